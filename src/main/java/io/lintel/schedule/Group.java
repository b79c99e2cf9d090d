package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import java.util.Set;

/** A group of people and the schedules that it gives them. Immutable. */
public record Group(Id id, ScheduleName name, Set<PersonId> members, Set<Schedule.Id> schedules) {

    /** Number of a group; never given twice. */
    public record Id(long value) {

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    public Group {
        members = Set.copyOf(members);
        schedules = Set.copyOf(schedules);
    }
}
