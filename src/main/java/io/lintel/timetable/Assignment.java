package io.lintel.timetable;

import java.util.List;
import java.util.Set;

/**
 * Which schedules count for a person: his own and those of his groups, one that allows is enough. Immutable.
 *
 * @param own of the person
 * @param groups he is in
 * @param inForce all of them; the default schedule when there is none, as {@code byDefault} says
 */
public record Assignment(
        Set<ScheduleId> own, List<PeopleGroup> groups, List<NamedSchedule> inForce, boolean byDefault) {

    public Assignment {
        own = Set.copyOf(own);
        groups = List.copyOf(groups);
        inForce = List.copyOf(inForce);
    }
}
