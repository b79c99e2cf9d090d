package io.lintel.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One period of a schedule, such as {@code Mon-Fri 08:00-18:00} or {@code Sat,holidays 10:00-14:00}.
 *
 * @param days days of the week on which the period starts
 * @param onHolidays whether it also starts on holidays
 */
public record Period(Set<DayOfWeek> days, boolean onHolidays, TimeRange time) {

    private static final String[] SHORT = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    public Period {
        if (days.isEmpty() && !onHolidays) {
            throw new ScheduleFormatException(
                    "the period " + TimeFormat.of(time) + " has no day", "choose at least one day, or holidays");
        }
        EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        days = Collections.unmodifiableSet(sorted);
    }

    public static Period of(LocalTime from, LocalTime to, DayOfWeek first, DayOfWeek... more) {
        return new Period(EnumSet.of(first, more), false, new TimeRange(from, to));
    }

    /** @throws ScheduleFormatException if it cannot be understood */
    public static Period parse(String text) {
        return PeriodParser.parse(text);
    }

    /**
     * Reads a list of periods such as {@code mon-fri 08:00-18:00, sat 09:00-13:00}: the grammar of settings, commands, pages and
     * the REST API alike.
     *
     * @throws ScheduleFormatException if one of them cannot be understood
     */
    public static List<Period> parseList(String text) {
        return PeriodParser.parseList(text);
    }

    /** As {@link #parseList(String)}, for several texts. */
    public static List<Period> parseList(Collection<String> texts) {
        return texts.stream().flatMap(text -> parseList(text).stream()).toList();
    }

    /** Whether the period starts on this day of the week, or on a holiday when the schedule regards the day as one. */
    boolean startsOn(DayOfWeek day, boolean holiday) {
        return holiday ? onHolidays : days.contains(day);
    }

    /** The days as an operator writes them. */
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

    /** A text that {@link #parse} reads. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", daysText(), TimeFormat.of(time));
    }
}
