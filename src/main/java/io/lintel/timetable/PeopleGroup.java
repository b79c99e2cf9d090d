package io.lintel.timetable;

import io.lintel.gallery.PersonId;
import java.util.Set;

/** People who have something in common, and the schedules that they have for it. Immutable. */
public record PeopleGroup(GroupId id, PlanName name, Set<PersonId> members, Set<ScheduleId> schedules) {

    public PeopleGroup {
        members = Set.copyOf(members);
        schedules = Set.copyOf(schedules);
    }
}
