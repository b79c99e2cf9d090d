package io.lintel.access;

import io.lintel.gallery.PersonId;
import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.WeeklySchedule;
import java.util.List;

/**
 * When a person may enter.
 *
 * @param schedules those of the person and of their groups; one that allows is enough, none means never. Say
 *     {@link WeeklySchedule#ALWAYS} for always
 */
public record PersonAccess(PersonId id, boolean enabled, ValiditySpan validity, List<WeeklySchedule> schedules) {

    public PersonAccess {
        schedules = List.copyOf(schedules);
    }

    /** An enabled person who may always enter. */
    public static PersonAccess always(PersonId id) {
        return new PersonAccess(id, true, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS));
    }

    boolean dependsOnWallClock() {
        return validity.isLimited() || !schedules.contains(WeeklySchedule.ALWAYS);
    }
}
