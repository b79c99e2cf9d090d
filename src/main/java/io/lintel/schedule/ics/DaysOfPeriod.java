package io.lintel.schedule.ics;

import io.lintel.schedule.ics.RecurrenceRule.Weekday;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which days of a week, month or year a rule names (RFC 5545, 3.3.10).
 *
 * @param monthDays 1 to 31, from the month's end where negative; empty: each
 * @param weekdays empty: each
 * @param positions among the days that are left, from 1, from their end where negative; empty: each
 */
record DaysOfPeriod(List<Integer> monthDays, List<Weekday> weekdays, List<Integer> positions) {

    /** @param days all of the period, in order */
    List<LocalDate> of(Stream<LocalDate> days) {
        List<LocalDate> left = days.filter(this::isNamed).toList();
        return positions.isEmpty()
                ? left
                : left.stream()
                        .filter(day -> positions.contains(left.indexOf(day) + 1)
                                || positions.contains(left.indexOf(day) - left.size()))
                        .toList();
    }

    private boolean isNamed(LocalDate day) {
        boolean monthDay = monthDays.isEmpty()
                || monthDays.contains(day.getDayOfMonth())
                || monthDays.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
        return monthDay && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.is(day)));
    }
}
