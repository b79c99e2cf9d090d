package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;

/** A request about schedules, groups or holidays that cannot be fulfilled. */
public final class ScheduleException extends LintelException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    public ScheduleException(String what, String remedy) {
        this(what, remedy, false);
    }

    private ScheduleException(String what, String remedy, boolean missing) {
        super(what, remedy);
        this.missing = missing;
    }

    static ScheduleException noSuch(String what, long id) {
        return new ScheduleException(
                "There is no " + what + " with the number " + id,
                "look which there are: lintel " + plural(what) + " list",
                true);
    }

    static ScheduleException noSuchPerson(PersonId person) {
        return new ScheduleException(
                "There is no person with the number " + person, "look who is enrolled: lintel people list", true);
    }

    static ScheduleException nameTaken(String what, String name) {
        return new ScheduleException(
                "There is another " + what + " called " + name, "choose another name, or change that one");
    }

    /** Whether the schedule, group, holiday or person does not exist, rather than the request not being allowed. */
    public boolean isMissing() {
        return missing;
    }

    private static String plural(String what) {
        return what + "s";
    }
}
