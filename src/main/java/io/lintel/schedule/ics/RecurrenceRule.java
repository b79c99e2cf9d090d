package io.lintel.schedule.ics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recurrence rules (RFC 5545, 3.3.10) that holidays have: once or a few times a year, by day of the month, by weekday, or by position.
 * Others are not understood, and their events are left out rather than guessed.
 */
final class RecurrenceRule implements Recurrence {

    /** How far ahead a rule without an end is written out. */
    static final int YEARS_AHEAD = 20;

    /** Years or months; with much longer ones a date's arithmetic overflows. */
    private static final int LONGEST_INTERVAL = 1200;

    /** More days a year than these are no holidays but a habit. */
    static final int MOST_A_YEAR = 31;

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?([A-Z]{2})");
    static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final LocalDate first;
    private final int interval;
    private final int count;
    private final @Nullable LocalDate until;
    private final List<Integer> months;
    private final DaysOfPeriod named;

    /** @param nth of its month, from the end where negative; 0: each */
    record Weekday(int nth, DayOfWeek day) {

        static Weekday parse(String text) {
            Matcher parts = WEEKDAY.matcher(text.strip());
            if (!parts.matches() || !DAYS.contains(parts.group(2))) {
                throw new DateTimeException("no weekday: " + text);
            }
            int nth = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
            return new Weekday(nth, DayOfWeek.of(DAYS.indexOf(parts.group(2)) + 1));
        }

        boolean is(LocalDate date) {
            int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
            return date.getDayOfWeek() == day && (nth == 0 || nth == fromStart || nth == fromEnd);
        }
    }

    /** @return empty when it is another kind of rule */
    static Optional<RecurrenceRule> parse(String text, LocalDate first, ZoneId site) {
        Map<String, String> parts = parts(text);
        try {
            RecurrenceRule rule = new RecurrenceRule(parts, first, site);
            // the first day is one of the rule's own: a rule that says otherwise was read wrongly
            boolean understood = parts.isEmpty() && rule.in(first.getYear()).contains(first) && rule.isYearlyAtMost();
            return understood ? Optional.of(rule) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** By their names, in capitals. */
    static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (!part.isBlank()) {
                parts.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
            }
        }
        return parts;
    }

    /** Takes what it understands out of the parts. */
    private RecurrenceRule(Map<String, String> parts, LocalDate first, ZoneId site) {
        this.first = first;
        String frequency = parts.remove("FREQ");
        int every = Integer.parseInt(taken(parts, "INTERVAL", "1"));
        boolean monthly = "MONTHLY".equals(frequency) && every % 12 == 0;
        if (every < 1 || every > LONGEST_INTERVAL || !monthly && !"YEARLY".equals(frequency)) {
            throw new DateTimeException("not yearly");
        }
        interval = monthly ? every / 12 : every;
        parts.remove("WKST");
        String times = parts.remove("COUNT");
        count = times == null ? 0 : Integer.parseInt(times);
        if (times != null && count < 1) {
            throw new DateTimeException("not even once");
        }
        String end = parts.remove("UNTIL");
        until = end == null ? null : CalendarDate.parse(end, site).date();
        String day = parts.remove("BYDAY");
        List<Weekday> weekdays = day == null
                ? List.of()
                : Arrays.stream(day.split(",", -1)).map(Weekday::parse).toList();
        boolean byMonth = parts.containsKey("BYMONTH");
        months = numbers(taken(parts, "BYMONTH", Integer.toString(first.getMonthValue())));
        String monthDay = parts.remove("BYMONTHDAY");
        List<Integer> monthDays =
                monthDay != null ? numbers(monthDay) : weekdays.isEmpty() ? List.of(first.getDayOfMonth()) : List.of();
        String position = parts.remove("BYSETPOS");
        named = new DaysOfPeriod(monthDays, weekdays, position == null ? List.of() : numbers(position));
        // without a month the n-th weekday is one of the year, which no holiday is
        if (!weekdays.isEmpty() && monthDay == null && !byMonth && !monthly) {
            throw new DateTimeException("a weekday of the year");
        }
    }

    static String taken(Map<String, String> parts, String key, String otherwise) {
        String value = parts.remove(key);
        return value == null ? otherwise : value;
    }

    static List<Integer> numbers(String list) {
        return Stream.of(list.split(",", -1))
                .map(each -> Integer.parseInt(each.strip()))
                .toList();
    }

    private boolean isYearlyAtMost() {
        return in(first.getYear()).size() <= MOST_A_YEAR;
    }

    /** Whether it is the same day of every year, for ever. */
    @Override
    public boolean isSameDayOfEveryYear() {
        return count == 0
                && until == null
                && interval == 1
                && months.size() == 1
                && named.equals(new DaysOfPeriod(List.of(first.getDayOfMonth()), List.of(), List.of()));
    }

    /** The first days of all occurrences up to some years ahead. */
    @Override
    public List<LocalDate> occurrences(LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        int lastYear = Math.max(today.getYear(), first.getYear()) + YEARS_AHEAD;
        for (int year = first.getYear(); year <= lastYear; year += interval) {
            in(year).stream()
                    .filter(day -> !day.isBefore(first) && (until == null || !day.isAfter(until)))
                    .forEach(days::add);
        }
        return count == 0 ? days : days.subList(0, Math.min(count, days.size()));
    }

    /** The rule's days of a year, in order. */
    private List<LocalDate> in(int year) {
        return named.of(months.stream()
                .sorted()
                .map(month -> YearMonth.of(year, month))
                .flatMap(month -> month.atDay(1).datesUntil(month.plusMonths(1).atDay(1))));
    }
}
