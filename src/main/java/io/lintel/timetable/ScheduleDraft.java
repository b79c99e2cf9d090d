package io.lintel.timetable;

import io.lintel.access.schedule.PeriodLine;
import java.util.List;

/**
 * A schedule as somebody writes it.
 *
 * @param lines none: never
 * @param ignoresHolidays whether holidays count as the day of the week that they are; else only periods marked for holidays
 *     count on them
 */
public record ScheduleDraft(PlanName name, List<PeriodLine> lines, boolean ignoresHolidays) {

    public static final int MOST_LINES = 50;

    public ScheduleDraft {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new TimetableException(
                    "The schedule " + name + " has " + lines.size() + " periods, the most are " + MOST_LINES,
                    "join periods that are the same on several days");
        }
        if (ignoresHolidays && lines.stream().anyMatch(PeriodLine::onHolidays)) {
            throw new TimetableException(
                    "The schedule " + name + " ignores holidays and has periods for holidays",
                    "choose one: take the periods for holidays away, or let holidays count");
        }
    }
}
