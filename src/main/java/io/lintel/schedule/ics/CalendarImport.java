package io.lintel.schedule.ics;

import io.lintel.schedule.Holiday;
import java.util.List;

/** What a calendar file holds. @param skipped events that are no holidays for Lintel, each with the reason */
public record CalendarImport(List<Holiday> holidays, List<Skipped> skipped) {

    public CalendarImport {
        holidays = List.copyOf(holidays);
        skipped = List.copyOf(skipped);
    }

    /** Whether the file has no event at all. */
    public boolean isEmpty() {
        return holidays.isEmpty() && skipped.isEmpty();
    }

    /** Whether more could not be read than could: somebody who relies on these days should look at each. */
    public boolean isMostlyLeftOut() {
        long unread = skipped.stream().filter(each -> !each.expected()).count();
        return holidays.isEmpty() || unread > holidays.size();
    }

    /** An event that was left out. @param expected whether that is as it should be: it is past or cancelled */
    public record Skipped(String event, String why, boolean expected) {}
}
