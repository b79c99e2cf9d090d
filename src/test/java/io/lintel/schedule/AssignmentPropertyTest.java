package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.gallery.PersonId;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A person is allowed exactly at the moments that one of their periods covers: compared with a plain oracle. */
class AssignmentPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A week before the clocks change, so that half of the moments lie around it. */
    private static final Instant START = Instant.parse("2026-10-18T22:00:00Z");

    @Property(tries = 300)
    void aPersonIsAllowedExactlyWhenOneOfTheirPeriodsCoversTheMoment(Generator any) {
        Random random = any.random();
        List<Schedule> schedules = new ArrayList<>();
        for (int id = 1; id <= 5; id++) {
            schedules.add(schedule(random, id));
        }
        List<Group> groups = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            groups.add(new Group(new Group.Id(id), new ScheduleName("g" + id), people(random), some(random)));
        }
        Map<PersonId, Set<Schedule.Id>> own = new HashMap<>();
        for (PersonId person : people(random)) {
            own.put(person, some(random));
        }
        List<Holiday.Stored> holidays = holidays(random);
        Schedule.Id byDefault = new Schedule.Id(1 + random.nextInt(5));
        ScheduleSnapshot snapshot =
                new ScheduleSnapshot(1, schedules, groups, own, holidays, byDefault, DoorSchedule.NONE);

        for (int i = 0; i < 200; i++) {
            PersonId person = new PersonId(random.nextInt(6));
            Instant now = START.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
            boolean allowed =
                    snapshot.rulesOf(person).stream().anyMatch(rule -> rule.allows(now, ZONE, snapshot.calendar()));

            assertThat(allowed).isEqualTo(oracle(person, now, schedules, groups, own, holidays, byDefault));
        }
    }

    private static boolean oracle(
            PersonId person,
            Instant now,
            List<Schedule> schedules,
            List<Group> groups,
            Map<PersonId, Set<Schedule.Id>> own,
            List<Holiday.Stored> holidays,
            Schedule.Id byDefault) {
        Set<Schedule.Id> assigned = new HashSet<>(own.getOrDefault(person, Set.of()));
        for (Group group : groups) {
            if (group.members().contains(person)) {
                assigned.addAll(group.schedules());
            }
        }
        if (assigned.isEmpty()) {
            assigned.add(byDefault);
        }
        ZonedDateTime wall = now.atZone(ZONE);
        int minute = wall.getHour() * 60 + wall.getMinute();
        for (Schedule schedule : schedules) {
            if (!assigned.contains(schedule.id())) {
                continue;
            }
            if (schedule.id().equals(Schedule.ALWAYS)) {
                return true;
            }
            for (Period period : schedule.periods()) {
                int from = period.time().from().toSecondOfDay() / 60;
                int to = period.time().to().toSecondOfDay() / 60;
                boolean over = to <= from;
                if (startsOn(period, schedule, wall.toLocalDate(), holidays)
                        && minute >= from
                        && (over || minute < to)) {
                    return true;
                }
                if (over && startsOn(period, schedule, wall.toLocalDate().minusDays(1), holidays) && minute < to) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsOn(Period period, Schedule schedule, LocalDate day, List<Holiday.Stored> holidays) {
        boolean holiday = holidays.stream().anyMatch(each -> {
            Holiday days = each.holiday();
            if (days.everyYear()) {
                return !day.isBefore(days.first().withYear(day.getYear()))
                        && !day.isAfter(days.last().withYear(day.getYear()));
            }
            return !day.isBefore(days.first()) && !day.isAfter(days.last());
        });
        return holiday && !schedule.ignoresHolidays()
                ? period.onHolidays()
                : period.days().contains(day.getDayOfWeek());
    }

    private static Schedule schedule(Random random, int id) {
        boolean ignores = random.nextInt(3) == 0;
        List<Period> periods = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
            boolean holidays = !ignores && random.nextBoolean();
            periods.add(new Period(days, holidays, new TimeRange(time(random), time(random))));
        }
        return new Schedule(new Schedule.Id(id), new ScheduleName("s" + id), false, periods, ignores);
    }

    private static List<Holiday.Stored> holidays(Random random) {
        List<Holiday.Stored> holidays = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean everyYear = random.nextBoolean();
            LocalDate first = LocalDate.of(everyYear ? 2020 : 2026, 10, 17 + random.nextInt(14));
            holidays.add(new Holiday.Stored(
                    new Holiday.Id(i),
                    new Holiday(new ScheduleName("h" + i), first, first.plusDays(random.nextInt(3)), everyYear),
                    Holiday.BY_HAND));
        }
        return holidays;
    }

    private static LocalTime time(Random random) {
        return LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
    }

    private static Set<PersonId> people(Random random) {
        Set<PersonId> people = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            people.add(new PersonId(random.nextInt(6)));
        }
        return people;
    }

    private static Set<Schedule.Id> some(Random random) {
        Set<Schedule.Id> some = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(new Schedule.Id(1 + random.nextInt(5)));
        }
        return some;
    }
}
