package io.lintel.schedule;

import java.time.LocalTime;

/**
 * A range of one day's local time. It starts on its day; when {@code to} is not after {@code from} it runs
 * over midnight into the next day, so 00:00 to 00:00 is the whole day and 22:00 to 06:00 a night shift.
 *
 * @param from first moment inside
 * @param to first moment outside
 */
public record TimeRange(LocalTime from, LocalTime to) {

    public static final TimeRange WHOLE_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean runsOverMidnight() {
        return !to.isAfter(from);
    }

    /** Whether a time of the day on which the period starts lies inside. */
    boolean coversOnItsDay(LocalTime time) {
        return !time.isBefore(from) && (runsOverMidnight() || time.isBefore(to));
    }

    /** Whether a time of the following day still lies inside. */
    boolean coversOnTheNextDay(LocalTime time) {
        return runsOverMidnight() && time.isBefore(to);
    }
}
