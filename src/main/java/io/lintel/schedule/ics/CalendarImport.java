package io.lintel.schedule.ics;

import io.lintel.schedule.Holiday;
import java.util.List;

/** What a calendar file holds. @param skipped events that are no holidays for Lintel, each with the reason */
public record CalendarImport(List<Holiday> holidays, List<Skipped> skipped) {

    public CalendarImport {
        holidays = List.copyOf(holidays);
        skipped = List.copyOf(skipped);
    }

    /** An event that was left out. */
    public record Skipped(String event, String why) {}
}
