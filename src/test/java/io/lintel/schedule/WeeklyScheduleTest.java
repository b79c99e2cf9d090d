package io.lintel.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final HolidayCalendar CHRISTMAS = new HolidayCalendar(List.of(
            new Holiday(new ScheduleName("Christmas"), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), true)));

    private final WeeklySchedule office = new WeeklySchedule(
            "office", List.of(Period.of(LocalTime.of(8, 0), LocalTime.of(18, 0), MONDAY, TUESDAY, FRIDAY)), false);

    private final WeeklySchedule nightShift =
            new WeeklySchedule("night", List.of(Period.of(LocalTime.of(22, 0), LocalTime.of(6, 0), FRIDAY)), false);

    @Test
    void aPeriodBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        assertThat(allows(office, "2026-11-23T07:59:59.999999999")).isFalse();
        assertThat(allows(office, "2026-11-23T08:00")).isTrue();
        assertThat(allows(office, "2026-11-23T17:59:59.999999999")).isTrue();
        assertThat(allows(office, "2026-11-23T18:00")).isFalse();
    }

    @Test
    void otherDaysAreClosed() {
        assertThat(allows(office, "2026-11-25T12:00")).isFalse();
    }

    @Test
    void aNightShiftRunsOverMidnightIntoTheNextDayOnly() {
        assertThat(allows(nightShift, "2026-11-27T21:59")).isFalse();
        assertThat(allows(nightShift, "2026-11-27T23:00")).isTrue();
        assertThat(allows(nightShift, "2026-11-28T05:59")).isTrue();
        assertThat(allows(nightShift, "2026-11-28T06:00")).isFalse();
        assertThat(allows(nightShift, "2026-11-27T05:00"))
                .as("the morning before the shift")
                .isFalse();
    }

    @Test
    void onAHolidayTheWeekDoesNotCount() {
        // Friday, 25 December 2026
        assertThat(allows(office, "2026-12-25T12:00")).isTrue();
        assertThat(office.allows(at("2026-12-25T12:00"), BERLIN, CHRISTMAS)).isFalse();
    }

    @Test
    void aHolidayHasItsOwnPeriods() {
        WeeklySchedule withHolidays = new WeeklySchedule(
                "office", List.of(office.periods().getFirst(), Period.parse("holidays 10:00-12:00")), false);

        assertThat(withHolidays.allows(at("2026-12-25T11:00"), BERLIN, CHRISTMAS))
                .isTrue();
        assertThat(withHolidays.allows(at("2026-12-25T13:00"), BERLIN, CHRISTMAS))
                .isFalse();
    }

    @Test
    void aNightShiftThatBeganBeforeAHolidayRunsToItsEnd() {
        HolidayCalendar saturday = new HolidayCalendar(List.of(Holiday.on("feast", LocalDate.of(2026, 11, 28))));
        HolidayCalendar friday = new HolidayCalendar(List.of(Holiday.on("feast", LocalDate.of(2026, 11, 27))));

        assertThat(nightShift.allows(at("2026-11-28T03:00"), BERLIN, saturday)).isTrue();
        assertThat(nightShift.allows(at("2026-11-28T03:00"), BERLIN, friday)).isFalse();
    }

    @Test
    void alwaysIsAlwaysEvenOnHolidays() {
        assertThat(WeeklySchedule.ALWAYS.allows(at("2026-12-25T03:33"), BERLIN, CHRISTMAS))
                .isTrue();
    }

    @Test
    void anHourThatTheClocksSkipNeverComes() {
        WeeklySchedule skipped = sundays(LocalTime.of(2, 0), LocalTime.of(3, 0));
        // 29 March 2026, 02:00 becomes 03:00 in Berlin: 01:00Z
        assertThat(skipped.allows(Instant.parse("2026-03-29T00:59:59Z"), BERLIN, HolidayCalendar.NONE))
                .isFalse();
        assertThat(skipped.allows(Instant.parse("2026-03-29T01:00:00Z"), BERLIN, HolidayCalendar.NONE))
                .isFalse();
    }

    @Test
    void anHourThatTheClocksRepeatCountsTwice() {
        WeeklySchedule repeated = sundays(LocalTime.of(2, 0), LocalTime.of(3, 0));
        // 25 October 2026, 03:00 becomes 02:00 in Berlin: 01:00Z
        assertThat(repeated.allows(Instant.parse("2026-10-25T00:30:00Z"), BERLIN, HolidayCalendar.NONE))
                .isTrue();
        assertThat(repeated.allows(Instant.parse("2026-10-25T01:30:00Z"), BERLIN, HolidayCalendar.NONE))
                .isTrue();
        assertThat(repeated.allows(Instant.parse("2026-10-25T02:00:00Z"), BERLIN, HolidayCalendar.NONE))
                .isFalse();
    }

    private static WeeklySchedule sundays(LocalTime from, LocalTime to) {
        return new WeeklySchedule("sundays", List.of(Period.of(from, to, SUNDAY)), false);
    }

    private static boolean allows(WeeklySchedule schedule, String local) {
        return schedule.allows(at(local), BERLIN, HolidayCalendar.NONE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void saturdayIsNotSunday() {
        WeeklySchedule saturdays = new WeeklySchedule(
                "saturdays", List.of(new Period(Set.of(SATURDAY), false, TimeRange.WHOLE_DAY)), false);

        assertThat(allows(saturdays, "2026-11-28T00:00")).isTrue();
        assertThat(allows(saturdays, "2026-11-28T23:59:59")).isTrue();
        assertThat(allows(saturdays, "2026-11-29T00:00")).isFalse();
    }
}
