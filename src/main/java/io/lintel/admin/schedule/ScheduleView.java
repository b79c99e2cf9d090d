package io.lintel.admin.schedule;

import io.lintel.access.schedule.ClockText;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.wiring.TimetableDesk;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A schedule as a page shows it.
 *
 * @param now such as {@code until Fri 27 Nov 2026 18:00}
 * @param users who has it, in words
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

    static ScheduleView of(NamedSchedule schedule, TimetableDesk desk, TimetableSnapshot all, boolean chosen) {
        TimetableDesk.Opening opening = desk.opening(schedule.rule(), Instant.now());
        Instant until = opening.until();
        return new ScheduleView(
                schedule.id().value(),
                schedule.name().value(),
                schedule.builtIn(),
                schedule.describe(),
                WeekPicture.of(schedule),
                opening.open(),
                until == null ? "" : "until " + ClockText.of(until, desk.zone()),
                users(schedule, all),
                chosen);
    }

    private static String users(NamedSchedule schedule, TimetableSnapshot all) {
        int people = all.withOwn(schedule.id()).size();
        long groups = all.groups().stream()
                .map(PeopleGroup::schedules)
                .filter(its -> its.contains(schedule.id()))
                .count();
        return count(people, "person", "people") + " and " + count(groups, "group", "groups");
    }

    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
