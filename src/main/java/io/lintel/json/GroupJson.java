package io.lintel.json;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A group, in the REST API and in the answers of commands.
 *
 * @param members people, by number
 * @param schedules that the group gives them, by number
 * @param scheduleNames the names of these
 */
@RegisterForReflection
public record GroupJson(long id, String name, List<Long> members, List<Long> schedules, List<String> scheduleNames) {

    public static GroupJson of(Group group, ScheduleSnapshot all) {
        return new GroupJson(
                group.id().value(),
                group.name().value(),
                group.members().stream().map(PersonId::value).sorted().toList(),
                group.schedules().stream().map(Schedule.Id::value).sorted().toList(),
                all.names(group.schedules()));
    }
}
