package io.lintel.admin.schedule;

import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.WeeklySchedule;
import io.lintel.service.ScheduleService;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A schedule as a page shows it.
 *
 * @param now such as {@code until Fri 27 Nov 2026 18:00}
 * @param users how many people and groups have it, in words
 * @param chosen whether it is marked in a list to choose from
 */
@TemplateData
public record ScheduleView(
        long id,
        String name,
        boolean builtIn,
        String text,
        WeekPicture week,
        boolean open,
        String now,
        String users,
        boolean chosen) {

    static ScheduleView of(Schedule schedule, ScheduleService service, ScheduleSnapshot all, boolean chosen) {
        WeeklySchedule.State state = service.state(schedule);
        Instant until = state.until();
        return new ScheduleView(
                schedule.id().value(),
                schedule.name().value(),
                schedule.builtIn(),
                schedule.describe(),
                WeekPicture.of(schedule),
                state.open(),
                until == null ? "" : "until " + TimeFormat.of(until, service.zone()),
                users(schedule, all),
                chosen);
    }

    private static String users(Schedule schedule, ScheduleSnapshot all) {
        int people = all.withOwn(schedule.id()).size();
        long groups = all.groups().stream()
                .map(Group::schedules)
                .filter(its -> its.contains(schedule.id()))
                .count();
        return count(people, "person", "people") + " and " + count(groups, "group", "groups");
    }

    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
