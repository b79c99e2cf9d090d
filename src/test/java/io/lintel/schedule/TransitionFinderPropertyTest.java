package io.lintel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is said about the next opening is what a person finds who tries the door every minute. */
class TransitionFinderPropertyTest {

    private static final Duration WATCHED = Duration.ofDays(4);

    @Property(tries = 300)
    void theNextTransitionEqualsTheFirstOneFoundByTryingEveryMinute(Generator any) {
        ZoneId zone = zones(any);
        int transition = any.intBetween(0, 5);
        int minutesFromIt = any.intBetween(-3 * 24 * 60, 24 * 60);
        Random random = any.random();
        Instant now = transitionOf(zone, transition).plus(Duration.ofMinutes(minutesFromIt));
        HolidayCalendar calendar = calendar(random, now.atZone(zone).toLocalDate());
        WeeklySchedule schedule = schedule(random);

        assertThat(within(schedule.nextBegin(now, zone, calendar), now))
                .isEqualTo(tried(schedule, now, zone, calendar, true));
        assertThat(within(schedule.nextEnd(now, zone, calendar), now))
                .isEqualTo(tried(schedule, now, zone, calendar, false));
    }

    @Property(tries = 300)
    void aSpanBeganWhereItWasClosedTheMinuteBefore(Generator any) {
        ZoneId zone = zones(any);
        int transition = any.intBetween(0, 5);
        int minutesFromIt = any.intBetween(-3 * 24 * 60, 24 * 60);
        Random random = any.random();
        Instant now = transitionOf(zone, transition).plus(Duration.ofMinutes(minutesFromIt));
        HolidayCalendar calendar = calendar(random, now.atZone(zone).toLocalDate());
        WeeklySchedule schedule = schedule(random);
        if (!schedule.allows(now, zone, calendar)) {
            return;
        }
        Instant expected = now;
        while (schedule.allows(expected.minusSeconds(60), zone, calendar)
                && Duration.between(expected, now).toDays() < 13) {
            expected = expected.minusSeconds(60);
        }

        Instant began = schedule.spanStart(now, zone, calendar);
        if (Duration.between(expected, now).toDays() < 13) {
            assertThat(began).isEqualTo(expected);
        } else {
            assertThat(began).isBefore(expected);
        }
    }

    private static Optional<Instant> within(Optional<Instant> answer, Instant now) {
        return answer.filter(moment -> !moment.isAfter(now.plus(WATCHED)));
    }

    private static Optional<Instant> tried(
            WeeklySchedule schedule, Instant now, ZoneId zone, HolidayCalendar calendar, boolean wanted) {
        boolean state = schedule.allows(now, zone, calendar);
        for (Instant at = now.plusSeconds(60); !at.isAfter(now.plus(WATCHED)); at = at.plusSeconds(60)) {
            boolean then = schedule.allows(at, zone, calendar);
            if (then == wanted && state != wanted) {
                return Optional.of(at);
            }
            state = then;
        }
        return Optional.empty();
    }

    private static WeeklySchedule schedule(Random random) {
        List<Period> periods = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
            periods.add(new Period(days, false, time(random)));
        }
        int onHolidays = random.nextInt(3);
        if (onHolidays == 2) {
            periods.add(new Period(EnumSet.noneOf(DayOfWeek.class), true, time(random)));
        }
        return new WeeklySchedule("any", periods, onHolidays == 0);
    }

    /** Often at the hours at which clocks change. */
    private static TimeRange time(Random random) {
        return new TimeRange(timeOfDay(random), timeOfDay(random));
    }

    private static LocalTime timeOfDay(Random random) {
        int minute = random.nextBoolean() ? random.nextInt(1440) : 15 * random.nextInt(16);
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    private static HolidayCalendar calendar(Random random, LocalDate today) {
        List<Holiday> holidays = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate first = today.plusDays(random.nextInt(8) - 3);
            holidays.add(new Holiday(
                    new ScheduleName("any"), first, first.plusDays(random.nextInt(3)), random.nextBoolean()));
        }
        return new HolidayCalendar(holidays);
    }

    private static ZoneId zones(Generator any) {
        return ZoneId.of(any.of(
                "Europe/Berlin",
                "America/New_York",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "America/St_Johns",
                "Pacific/Chatham"));
    }

    private static Instant transitionOf(ZoneId zone, int number) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i <= number; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            at = next.getInstant();
        }
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
