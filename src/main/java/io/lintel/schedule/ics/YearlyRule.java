package io.lintel.schedule.ics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The recurrence rules that holidays have: every year on the same day, or on the n-th weekday of a month. Others are not
 * understood, and their events are left out rather than guessed.
 */
record YearlyRule(
        boolean endless,
        int interval,
        @Nullable NthWeekday weekday,
        int count,
        @Nullable LocalDate until) {

    /** How far ahead a rule without an end is written out. */
    private static final int YEARS_AHEAD = 20;

    private static final Pattern NTH = Pattern.compile("([+-]?\\d)([A-Z]{2})");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** Such as the fourth Thursday of November. @param nth negative counts from the month's end */
    record NthWeekday(int month, int nth, DayOfWeek day) {

        LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        }
    }

    /** @return empty when it is another kind of rule */
    static Optional<YearlyRule> parse(String text, LocalDate first) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            String[] pair = part.split("=", 2);
            parts.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
        }
        try {
            return understand(parts, first);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearlyRule> understand(Map<String, String> parts, LocalDate first) {
        if (!"YEARLY".equals(parts.remove("FREQ"))) {
            return Optional.empty();
        }
        parts.remove("WKST");
        int interval = Integer.parseInt(take(parts, "INTERVAL", "1"));
        int count = Integer.parseInt(take(parts, "COUNT", "0"));
        String end = parts.remove("UNTIL");
        LocalDate until = end == null
                ? null
                : LocalDate.parse(end.substring(0, Math.min(8, end.length())), DateTimeFormatter.BASIC_ISO_DATE);
        int month = Integer.parseInt(take(parts, "BYMONTH", Integer.toString(first.getMonthValue())));
        String day = parts.remove("BYDAY");
        int monthDay = Integer.parseInt(take(parts, "BYMONTHDAY", Integer.toString(first.getDayOfMonth())));
        boolean sameDay = month == first.getMonthValue() && (day != null || monthDay == first.getDayOfMonth());
        if (!parts.isEmpty() || !sameDay || interval < 1) {
            return Optional.empty();
        }
        NthWeekday weekday = null;
        if (day != null) {
            Matcher nth = NTH.matcher(day);
            if (!nth.matches() || !DAYS.contains(nth.group(2)) || Integer.parseInt(nth.group(1)) == 0) {
                return Optional.empty();
            }
            weekday =
                    new NthWeekday(month, Integer.parseInt(nth.group(1)), DayOfWeek.of(DAYS.indexOf(nth.group(2)) + 1));
        }
        boolean endless = count == 0 && until == null && interval == 1 && weekday == null;
        return Optional.of(new YearlyRule(endless, interval, weekday, count, until));
    }

    private static String take(Map<String, String> parts, String key, String otherwise) {
        String value = parts.remove(key);
        return value == null ? otherwise : value;
    }

    /** The first days of all occurrences up to some years ahead. */
    List<LocalDate> occurrences(LocalDate first, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        int lastYear = Math.max(today.getYear(), first.getYear()) + YEARS_AHEAD;
        int found = 0;
        for (int year = first.getYear(); year <= lastYear && (count == 0 || found < count); year += interval) {
            LocalDate day = in(year, first);
            boolean within = day != null && !day.isBefore(first) && (until == null || !day.isAfter(until));
            if (within) {
                days.add(day);
                found++;
            }
        }
        return days;
    }

    private @Nullable LocalDate in(int year, LocalDate first) {
        if (weekday != null) {
            return weekday.in(year);
        }
        boolean leapDay = first.getMonthValue() == 2 && first.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year) ? null : first.withYear(year);
    }
}
