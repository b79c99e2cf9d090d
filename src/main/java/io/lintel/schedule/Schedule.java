package io.lintel.schedule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A schedule that is stored. Immutable.
 *
 * @param builtIn {@code always} or {@code never}, which cannot be edited
 * @param periods none: never
 * @param ignoresHolidays whether a holiday counts as the day of the week that it is; else only periods marked for holidays count
 *     on it
 */
public record Schedule(Id id, ScheduleName name, boolean builtIn, List<Period> periods, boolean ignoresHolidays) {

    public static final Id ALWAYS = new Id(1);
    public static final Id NEVER = new Id(2);

    /** Number of a schedule; never given twice. */
    public record Id(long value) {

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** The editable part of a schedule. */
    public record Draft(ScheduleName name, List<Period> periods, boolean ignoresHolidays) {

        public static final int MOST_PERIODS = 50;

        public Draft {
            periods = List.copyOf(periods);
            if (periods.size() > MOST_PERIODS) {
                throw new ScheduleException(
                        "The schedule " + name + " has " + periods.size() + " periods, the most are " + MOST_PERIODS,
                        "join periods that are the same on several days");
            }
            if (ignoresHolidays && periods.stream().anyMatch(Period::onHolidays)) {
                throw new ScheduleException(
                        "The schedule " + name + " ignores holidays and has periods for holidays",
                        "choose one: remove the periods for holidays, or let holidays count");
            }
        }
    }

    public Schedule {
        periods = List.copyOf(periods);
    }

    /** What decides whether it allows. */
    public WeeklySchedule rule() {
        return id.equals(ALWAYS) ? WeeklySchedule.ALWAYS : new WeeklySchedule(name.value(), periods, ignoresHolidays);
    }

    /** In one line, such as {@code Mon-Fri 08:00-18:00; closed on holidays}. */
    public String describe() {
        if (periods.isEmpty()) {
            return "never";
        }
        return periods.stream().map(Period::toString).collect(Collectors.joining("; ")) + holidaysText();
    }

    private String holidaysText() {
        if (ignoresHolidays) {
            return id.equals(ALWAYS) ? "" : "; holidays as any day";
        }
        return periods.stream().anyMatch(Period::onHolidays) ? "" : "; closed on holidays";
    }
}
