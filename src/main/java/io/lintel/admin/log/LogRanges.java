package io.lintel.admin.log;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The times that people ask the log for, by the site's clock. */
final class LogRanges {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private LogRanges() {}

    /** Links to them, for the same query otherwise. */
    static List<LogPage.Choice> of(LogQuery query, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LogPage.Choice> ranges = new ArrayList<>();
        ranges.add(choice("Any time", query, "", ""));
        ranges.add(choice("Today", query, today.toString(), today.toString()));
        ranges.add(choice(
                "Last night",
                query,
                today.minusDays(1).atTime(EVENING).toString(),
                today.atTime(MORNING).toString()));
        ranges.add(choice(
                "Yesterday",
                query,
                today.minusDays(1).toString(),
                today.minusDays(1).toString()));
        ranges.add(choice("This week", query, monday.toString(), today.toString()));
        return ranges;
    }

    private static LogPage.Choice choice(String title, LogQuery query, String from, String to) {
        String address = query.between(from, to).address();
        return new LogPage.Choice(
                title,
                address.isEmpty() ? "/admin/log" : "/admin/log?" + address,
                from.equals(query.from()) && to.equals(query.to()));
    }
}
