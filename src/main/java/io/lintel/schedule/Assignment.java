package io.lintel.schedule;

import java.util.List;
import java.util.Set;

/**
 * The schedules that count for a person: their own and those of their groups; one that allows is enough. Immutable.
 *
 * @param own assigned to the person
 * @param groups that the person is a member of
 * @param inForce all of them; the default schedule when there is none, as {@code byDefault} says
 */
public record Assignment(Set<Schedule.Id> own, List<Group> groups, List<Schedule> inForce, boolean byDefault) {

    public Assignment {
        own = Set.copyOf(own);
        groups = List.copyOf(groups);
        inForce = List.copyOf(inForce);
    }
}
