package io.lintel.timetable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days on which schedules may differ.
 *
 * @param last included
 * @param everyYear whether the same days of each year are meant
 */
public record HolidayDraft(PlanName name, LocalDate first, LocalDate last, boolean everyYear) {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final long MOST_DAYS = 366;

    public HolidayDraft {
        if (last.isBefore(first)) {
            throw new TimetableException(
                    "The holiday " + name + " ends (" + last + ") before it begins (" + first + ")",
                    "exchange the two days");
        }
        if (first.getYear() < EARLIEST_YEAR || last.getYear() > LATEST_YEAR) {
            throw new TimetableException(
                    "The holiday " + name + " lies in the year " + first.getYear(),
                    "give a year from " + EARLIEST_YEAR + " to " + LATEST_YEAR);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS || (everyYear && !last.isBefore(first.plusYears(1)))) {
            throw new TimetableException(
                    "The holiday " + name + " lasts a year or longer", "check its last day: " + last);
        }
    }
}
