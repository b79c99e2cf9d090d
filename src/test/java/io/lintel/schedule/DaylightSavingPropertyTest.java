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
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;

/** Around every change of the clocks a schedule follows the clock on the wall, in all zones. */
class DaylightSavingPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 500)
    void aScheduleAgreesWithTheClockOnTheWall(Generator any) {
        ZoneId zone = zones(any);
        int transition = any.intBetween(0, 9);
        int minutesFromIt = any.intBetween(-36 * 60, 36 * 60);
        int from = any.intBetween(0, 1439);
        int to = any.intBetween(0, 1439);
        DayOfWeek day = any.of(DayOfWeek.values());
        Instant now = transitionOf(zone, transition).plus(Duration.ofMinutes(minutesFromIt));
        WeeklySchedule schedule = schedule(from, to, day);

        ZonedDateTime wall = now.atZone(zone);
        int minute = wall.getHour() * 60 + wall.getMinute();
        boolean today = wall.getDayOfWeek() == day;
        boolean yesterday = wall.getDayOfWeek() == day.plus(1);
        boolean expected = from < to
                ? today && minute >= from && minute < to
                : (today && minute >= from) || (yesterday && minute < to);

        assertThat(schedule.allows(now, zone, HolidayCalendar.NONE)).isEqualTo(expected);
    }

    /** Counted minute by minute, a whole day is open for as long as that day really lasts: 23, 24 or 25 hours. */
    @Property(tries = 60)
    void aWholeDayIsOpenForAsLongAsItLasts(Generator any) {
        ZoneId zone = zones(any);
        int transition = any.intBetween(0, 9);
        LocalDate date = transitionOf(zone, transition).atZone(zone).toLocalDate();
        // Where clocks change at midnight a day may begin at 01:00.
        Instant begins = date.atStartOfDay(zone).toInstant();
        Instant ends = date.plusDays(1).atStartOfDay(zone).toInstant();
        long lasts = Duration.between(begins, ends).toMinutes();
        WeeklySchedule schedule = schedule(0, 0, date.getDayOfWeek());

        long open = 0;
        Duration around = Duration.ofHours(2);
        for (Instant now = begins.minus(around); now.isBefore(ends.plus(around)); now = now.plusSeconds(60)) {
            open += schedule.allows(now, zone, HolidayCalendar.NONE) ? 1 : 0;
        }

        assertThat(open).isEqualTo(lasts);
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

    private static WeeklySchedule schedule(int from, int to, DayOfWeek day) {
        TimeRange time = new TimeRange(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        return new WeeklySchedule("any", List.of(new Period(EnumSet.of(day), false, time)), false);
    }

    private static Instant transitionOf(ZoneId zone, int number) {
        Instant at = START;
        for (int i = 0; i <= number; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            at = next.getInstant();
        }
        return at;
    }
}
