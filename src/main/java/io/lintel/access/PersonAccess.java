package io.lintel.access;

import io.lintel.access.schedule.Validity;
import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.gallery.PersonId;
import java.util.List;

/**
 * When a person may enter.
 *
 * @param schedules the person's own and his groups'; one that allows is enough, none means never. Say
 *     {@link WeeklySchedule#ALWAYS} for always
 */
public record PersonAccess(PersonId id, boolean enabled, Validity validity, List<WeeklySchedule> schedules) {

    public PersonAccess {
        schedules = List.copyOf(schedules);
    }

    /** Somebody enabled who may enter whenever he likes. */
    public static PersonAccess always(PersonId id) {
        return new PersonAccess(id, true, Validity.UNLIMITED, List.of(WeeklySchedule.ALWAYS));
    }

    boolean dependsOnWallClock() {
        return validity.isLimited() || !schedules.contains(WeeklySchedule.ALWAYS);
    }
}
