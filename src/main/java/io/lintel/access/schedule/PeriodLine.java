package io.lintel.access.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of a schedule as a person writes it, such as {@code Mon-Fri 08:00-18:00} or {@code Sat,holidays 10:00-14:00}.
 *
 * @param days days of the week on which the period starts
 * @param onHolidays whether it also is a holiday's period
 */
public record PeriodLine(Set<DayOfWeek> days, boolean onHolidays, DayPeriod period) {

    private static final String[] SHORT = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    public PeriodLine {
        if (days.isEmpty() && !onHolidays) {
            throw new ScheduleFormatException(
                    "the period " + ClockText.of(period) + " has no day", "choose at least one day, or holidays");
        }
        EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        days = Collections.unmodifiableSet(sorted);
    }

    /** @throws ScheduleFormatException if it cannot be understood */
    public static PeriodLine parse(String text) {
        return PeriodParser.parse(text);
    }

    /** The days as a person writes them. */
    public String daysText() {
        List<String> parts = new ArrayList<>();
        if (days.size() == 7) {
            parts.add("daily");
        } else {
            runs(parts);
        }
        if (onHolidays) {
            parts.add("holidays");
        }
        return String.join(",", parts);
    }

    private void runs(List<String> parts) {
        for (int day = 0; day < 7; day++) {
            int end = day;
            while (end < 7 && days.contains(DayOfWeek.of(end + 1))) {
                end++;
            }
            if (end - day >= 3) {
                parts.add(SHORT[day] + "-" + SHORT[end - 1]);
                day = end;
            } else if (end > day) {
                parts.add(SHORT[day]);
            }
        }
    }

    static String shortName(DayOfWeek day) {
        return SHORT[day.ordinal()];
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", daysText(), ClockText.of(period));
    }
}
