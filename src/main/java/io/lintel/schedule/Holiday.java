package io.lintel.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Days on which schedules may differ from the week.
 *
 * @param first first day
 * @param last last day, included; not before the first, and less than a year after it
 * @param everyYear whether the same days of each year are meant; they may run over New Year
 */
public record Holiday(ScheduleName name, LocalDate first, LocalDate last, boolean everyYear) {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final long MOST_DAYS = 366;

    /** The origin of a holiday that somebody typed. */
    public static final String BY_HAND = "";

    /** Number of a holiday; never given twice. */
    public record Id(long value) {

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /**
     * A holiday in the calendar.
     *
     * @param origin what it came with; days of one import have the same; {@link #BY_HAND} for a single one
     */
    public record Stored(Id id, Holiday holiday, String origin) {}

    /** @throws ScheduleException if the days are not in order, too many, or in an implausible year */
    public Holiday {
        if (last.isBefore(first)) {
            throw new ScheduleException(
                    "The holiday " + name + " ends (" + last + ") before it begins (" + first + ")",
                    "exchange the two days");
        }
        if (first.getYear() < EARLIEST_YEAR || last.getYear() > LATEST_YEAR) {
            throw new ScheduleException(
                    "The holiday " + name + " lies in the year " + first.getYear(),
                    "give a year from " + EARLIEST_YEAR + " to " + LATEST_YEAR);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS || (everyYear && !last.isBefore(first.plusYears(1)))) {
            throw new ScheduleException(
                    "The holiday " + name + " lasts a year or longer", "check its last day: " + last);
        }
    }

    public static Holiday on(String name, LocalDate day) {
        return new Holiday(new ScheduleName(name), day, day, false);
    }

    public boolean contains(LocalDate day) {
        if (!everyYear) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
        MonthDay from = MonthDay.from(first);
        MonthDay to = MonthDay.from(last);
        MonthDay asked = MonthDay.from(day);
        boolean afterFrom = !asked.isBefore(from);
        boolean beforeTo = !asked.isAfter(to);
        return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
}
