package io.lintel.timetable;

import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;

/** Something asked of schedules, groups or holidays that cannot be done as it was asked. */
public final class TimetableException extends LintelException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    public TimetableException(String what, String remedy) {
        this(what, remedy, false);
    }

    private TimetableException(String what, String remedy, boolean missing) {
        super(what, remedy);
        this.missing = missing;
    }

    static TimetableException noSuch(String what, long id) {
        return new TimetableException(
                "There is no " + what + " with the number " + id,
                "look which there are: lintel " + plural(what) + " list",
                true);
    }

    static TimetableException noSuchPerson(PersonId person) {
        return new TimetableException(
                "There is no person with the number " + person, "look who is enrolled: lintel people list", true);
    }

    static TimetableException nameTaken(String what, String name) {
        return new TimetableException(
                "There is another " + what + " called " + name, "choose another name, or change that one");
    }

    /** Whether what was asked for is not there, rather than not allowed. */
    public boolean isMissing() {
        return missing;
    }

    private static String plural(String what) {
        return what + "s";
    }
}
