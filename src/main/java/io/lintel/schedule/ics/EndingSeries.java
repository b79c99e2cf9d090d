package io.lintel.schedule.ics;

import io.lintel.schedule.ics.RecurrenceRule.Weekday;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days, weeks or months that come to an end (RFC 5545, 3.3.10): a works holiday day by day, the Fridays of a summer, the first Monday of
 * three months. One without an end, or with more days a year than holidays have, is a habit and not understood.
 */
final class EndingSeries implements Recurrence {

    private enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY
    }

    private final LocalDate first;
    private final Frequency frequency;
    private final int interval;
    private final int count;
    private final LocalDate until;
    private final DayOfWeek weekStart;
    private final List<Integer> months;
    private final DaysOfPeriod named;

    /** @return empty when it is another kind of rule */
    static Optional<Recurrence> parse(String text, LocalDate first, ZoneId site) {
        Map<String, String> parts = RecurrenceRule.parts(text);
        try {
            EndingSeries series = new EndingSeries(parts, first, site);
            List<LocalDate> days = series.days();
            // the first day is one of the rule's own: a rule that says otherwise was read wrongly
            boolean understood = parts.isEmpty() && days.contains(first) && !isHabit(days);
            return understood ? Optional.of(series) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHabit(List<LocalDate> days) {
        return days.stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting())).values().stream()
                .anyMatch(aYear -> aYear > RecurrenceRule.MOST_A_YEAR);
    }

    /** Takes what it understands out of the parts. */
    private EndingSeries(Map<String, String> parts, LocalDate first, ZoneId site) {
        this.first = first;
        frequency = Frequency.valueOf(RecurrenceRule.taken(parts, "FREQ", ""));
        interval = Integer.parseInt(RecurrenceRule.taken(parts, "INTERVAL", "1"));
        count = Integer.parseInt(RecurrenceRule.taken(parts, "COUNT", "0"));
        String end = parts.remove("UNTIL");
        if (interval < 1 || count < 0 || count == 0 && end == null) {
            throw new DateTimeException("COUNT");
        }
        LocalDate horizon = first.plusYears(RecurrenceRule.YEARS_AHEAD);
        LocalDate last = end == null ? horizon : CalendarDate.parse(end, site).date();
        until = last.isAfter(horizon) ? horizon : last;
        weekStart = DayOfWeek.of(RecurrenceRule.DAYS.indexOf(RecurrenceRule.taken(parts, "WKST", "MO")) + 1);
        months = numbers(parts.remove("BYMONTH"));
        List<Weekday> weekdays = weekdays(parts.remove("BYDAY"));
        String monthDay = parts.remove("BYMONTHDAY");
        List<Integer> monthDays = monthDay == null && frequency == Frequency.MONTHLY && weekdays.isEmpty()
                ? List.of(first.getDayOfMonth())
                : numbers(monthDay);
        named = new DaysOfPeriod(monthDays, weekdays, numbers(parts.remove("BYSETPOS")));
        if (frequency != Frequency.MONTHLY && weekdays.stream().anyMatch(weekday -> weekday.nth() != 0)) {
            throw new DateTimeException("BYDAY");
        }
    }

    private List<Weekday> weekdays(@Nullable String list) {
        if (list != null) {
            return Arrays.stream(list.split(",", -1)).map(Weekday::parse).toList();
        }
        return frequency == Frequency.WEEKLY ? List.of(new Weekday(0, first.getDayOfWeek())) : List.of();
    }

    private static List<Integer> numbers(@Nullable String list) {
        return list == null ? List.of() : RecurrenceRule.numbers(list);
    }

    @Override
    public boolean isSameDayOfEveryYear() {
        return false;
    }

    @Override
    public List<LocalDate> occurrences(LocalDate today) {
        return days();
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate period = begin();
        for (int step = 0; !period.isAfter(until); period = begin(++step)) {
            for (LocalDate day : named.of(within(period).filter(this::isInMonths))) {
                if (!day.isBefore(first) && !day.isAfter(until) && (count == 0 || days.size() < count)) {
                    days.add(day);
                }
            }
            if (count != 0 && days.size() >= count) {
                break;
            }
        }
        return days;
    }

    private LocalDate begin() {
        return switch (frequency) {
            case DAILY -> first;
            case WEEKLY -> first.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> first.withDayOfMonth(1);
        };
    }

    private LocalDate begin(int step) {
        long periods = (long) step * interval;
        return switch (frequency) {
            case DAILY -> begin().plusDays(periods);
            case WEEKLY -> begin().plusWeeks(periods);
            case MONTHLY -> begin().plusMonths(periods);
        };
    }

    private Stream<LocalDate> within(LocalDate period) {
        int length = switch (frequency) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> YearMonth.from(period).lengthOfMonth();
        };
        return period.datesUntil(period.plusDays(length));
    }

    private boolean isInMonths(LocalDate day) {
        return months.isEmpty() || months.contains(day.getMonthValue());
    }
}
