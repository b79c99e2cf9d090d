package io.lintel.timetable;

import io.lintel.access.schedule.DayPeriod;
import io.lintel.access.schedule.HolidayRule;
import io.lintel.access.schedule.PeriodLine;
import io.lintel.access.schedule.WeeklyPeriod;
import io.lintel.access.schedule.WeeklySchedule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A schedule that is stored. Immutable.
 *
 * @param builtIn {@code always} or {@code never}, which nobody edits
 */
public record NamedSchedule(
        ScheduleId id, PlanName name, boolean builtIn, List<PeriodLine> lines, boolean ignoresHolidays) {

    public static final ScheduleId ALWAYS = new ScheduleId(1);
    public static final ScheduleId NEVER = new ScheduleId(2);

    public NamedSchedule {
        lines = List.copyOf(lines);
    }

    /** The rule that it makes. */
    public WeeklySchedule rule() {
        if (id.equals(ALWAYS)) {
            return WeeklySchedule.ALWAYS;
        }
        List<WeeklyPeriod> week = lines.stream()
                .filter(line -> !line.days().isEmpty())
                .map(line -> new WeeklyPeriod(line.days(), line.period()))
                .toList();
        List<DayPeriod> holidays = lines.stream()
                .filter(PeriodLine::onHolidays)
                .map(PeriodLine::period)
                .toList();
        return new WeeklySchedule(
                name.value(), week, ignoresHolidays ? HolidayRule.AS_USUAL : new HolidayRule.Own(holidays));
    }

    /** In one line, such as {@code Mon-Fri 08:00-18:00; closed on holidays}. */
    public String describe() {
        if (lines.isEmpty()) {
            return "never";
        }
        return lines.stream().map(PeriodLine::toString).collect(Collectors.joining("; ")) + holidaysText();
    }

    private String holidaysText() {
        if (ignoresHolidays) {
            return id.equals(ALWAYS) ? "" : "; holidays as any day";
        }
        return lines.stream().anyMatch(PeriodLine::onHolidays) ? "" : "; closed on holidays";
    }

    public ScheduleDraft draft() {
        return new ScheduleDraft(name, lines, ignoresHolidays);
    }
}
