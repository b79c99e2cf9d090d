package io.lintel.admin.people;

import io.lintel.admin.schedule.Choice;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.service.InitialAccess;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The groups and schedules that a new person may be given.
 *
 * @param byDefault name of the schedule that counts where nothing is ticked
 */
@TemplateData
public record AccessForm(List<Choice> groups, List<Choice> schedules, String byDefault) {

    static AccessForm of(InitialAccess ticked, ScheduleSnapshot now) {
        return new AccessForm(
                now.groups().stream()
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name().value(),
                                String.join(", ", now.names(each.schedules())),
                                ticked.groups().contains(each.id())))
                        .toList(),
                now.schedules().stream()
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name().value(),
                                each.describe(),
                                ticked.schedules().contains(each.id())))
                        .toList(),
                now.defaultSchedule().name().value());
    }

    static InitialAccess ticked(@Nullable List<Long> groups, @Nullable List<Long> schedules) {
        return new InitialAccess(
                schedules == null
                        ? Set.of()
                        : schedules.stream().map(Schedule.Id::new).collect(Collectors.toSet()),
                groups == null ? Set.of() : groups.stream().map(Group.Id::new).collect(Collectors.toSet()));
    }
}
