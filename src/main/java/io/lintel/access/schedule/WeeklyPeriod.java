package io.lintel.access.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The same stretch of several days of the week.
 *
 * @param days the days on which the period starts; never empty
 */
public record WeeklyPeriod(Set<DayOfWeek> days, DayPeriod period) {

    public WeeklyPeriod {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a weekly period needs at least one day");
        }
        days = Set.copyOf(days);
    }

    public static WeeklyPeriod of(LocalTime from, LocalTime to, DayOfWeek first, DayOfWeek... more) {
        return new WeeklyPeriod(EnumSet.of(first, more), new DayPeriod(from, to));
    }
}
