package io.lintel.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.schedule.DayPeriod;
import io.lintel.access.schedule.PeriodLine;
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

/** Nobody is allowed at a moment that no period of his covers, and everybody at one that does: against a plain oracle. */
class AssignmentPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** A week before the clocks change, so that half of the moments lie around it. */
    private static final Instant START = Instant.parse("2026-10-18T22:00:00Z");

    @Property(tries = 300)
    void aPersonIsAllowedExactlyWhenOneOfHisPeriodsCoversTheMoment(Generator any) {
        Random random = any.random();
        List<NamedSchedule> schedules = new ArrayList<>();
        for (int id = 1; id <= 5; id++) {
            schedules.add(schedule(random, id));
        }
        List<PeopleGroup> groups = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            groups.add(new PeopleGroup(new GroupId(id), new PlanName("g" + id), people(random), some(random)));
        }
        Map<PersonId, Set<ScheduleId>> own = new HashMap<>();
        for (PersonId person : people(random)) {
            own.put(person, some(random));
        }
        List<StoredHoliday> holidays = holidays(random);
        ScheduleId byDefault = new ScheduleId(1 + random.nextInt(5));
        TimetableSnapshot snapshot =
                TimetableSnapshot.of(1, schedules, groups, own, holidays, byDefault, DoorPlan.NONE);

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
            List<NamedSchedule> schedules,
            List<PeopleGroup> groups,
            Map<PersonId, Set<ScheduleId>> own,
            List<StoredHoliday> holidays,
            ScheduleId byDefault) {
        Set<ScheduleId> his = new HashSet<>(own.getOrDefault(person, Set.of()));
        for (PeopleGroup group : groups) {
            if (group.members().contains(person)) {
                his.addAll(group.schedules());
            }
        }
        if (his.isEmpty()) {
            his.add(byDefault);
        }
        ZonedDateTime wall = now.atZone(ZONE);
        int minute = wall.getHour() * 60 + wall.getMinute();
        for (NamedSchedule schedule : schedules) {
            if (!his.contains(schedule.id())) {
                continue;
            }
            if (schedule.id().equals(NamedSchedule.ALWAYS)) {
                return true;
            }
            for (PeriodLine line : schedule.lines()) {
                int from = line.period().from().toSecondOfDay() / 60;
                int to = line.period().to().toSecondOfDay() / 60;
                boolean over = to <= from;
                if (startsOn(line, schedule, wall.toLocalDate(), holidays) && minute >= from && (over || minute < to)) {
                    return true;
                }
                if (over && startsOn(line, schedule, wall.toLocalDate().minusDays(1), holidays) && minute < to) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsOn(
            PeriodLine line, NamedSchedule schedule, LocalDate day, List<StoredHoliday> holidays) {
        boolean holiday = holidays.stream().anyMatch(each -> {
            HolidayDraft days = each.days();
            if (days.everyYear()) {
                return !day.isBefore(days.first().withYear(day.getYear()))
                        && !day.isAfter(days.last().withYear(day.getYear()));
            }
            return !day.isBefore(days.first()) && !day.isAfter(days.last());
        });
        return holiday && !schedule.ignoresHolidays()
                ? line.onHolidays()
                : line.days().contains(day.getDayOfWeek());
    }

    private static NamedSchedule schedule(Random random, int id) {
        boolean ignores = random.nextInt(3) == 0;
        List<PeriodLine> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
            boolean holidays = !ignores && random.nextBoolean();
            lines.add(new PeriodLine(days, holidays, new DayPeriod(time(random), time(random))));
        }
        return new NamedSchedule(new ScheduleId(id), new PlanName("s" + id), false, lines, ignores);
    }

    private static List<StoredHoliday> holidays(Random random) {
        List<StoredHoliday> holidays = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean everyYear = random.nextBoolean();
            LocalDate first = LocalDate.of(everyYear ? 2020 : 2026, 10, 17 + random.nextInt(14));
            holidays.add(new StoredHoliday(
                    new HolidayId(i),
                    new HolidayDraft(new PlanName("h" + i), first, first.plusDays(random.nextInt(3)), everyYear)));
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

    private static Set<ScheduleId> some(Random random) {
        Set<ScheduleId> some = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(new ScheduleId(1 + random.nextInt(5)));
        }
        return some;
    }
}
