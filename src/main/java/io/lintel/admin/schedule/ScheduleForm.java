package io.lintel.admin.schedule;

import io.lintel.schedule.Period;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleFormatException;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.TimeRange;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of a schedule, shown again with the typed values when they are not accepted. */
@TemplateData
public record ScheduleForm(String name, boolean ignoresHolidays, List<Row> rows) {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holidays");
    private static final List<String> LABELS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Holidays");
    private static final int EMPTY_ROWS = 1;

    /** One period. */
    @TemplateData
    public record Row(int index, List<Day> days, String from, String to) {

        boolean isEmpty() {
            return days.stream().noneMatch(Day::on) && from.isBlank() && to.isBlank();
        }
    }

    @TemplateData
    public record Day(String value, String label, boolean on) {}

    static ScheduleForm empty() {
        return new ScheduleForm(
                "", false, List.of(row(0, Set.of("mon", "tue", "wed", "thu", "fri"), "08:00", "18:00")));
    }

    static ScheduleForm of(Schedule schedule) {
        List<Row> rows = new ArrayList<>();
        for (Period period : schedule.periods()) {
            Set<String> days = new HashSet<>();
            period.days().forEach(day -> days.add(DAYS.get(day.ordinal())));
            if (period.onHolidays()) {
                days.add("holidays");
            }
            rows.add(row(
                    rows.size(),
                    days,
                    TimeFormat.of(period.time().from()),
                    TimeFormat.of(period.time().to())));
        }
        return new ScheduleForm(schedule.name().value(), schedule.ignoresHolidays(), rows).withEmptyRow();
    }

    static ScheduleForm of(MultivaluedMap<String, String> typed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Schedule.Draft.MOST_PERIODS && typed.containsKey("from-" + i); i++) {
            List<String> days = typed.get("days-" + i);
            Row row = row(
                    i, days == null ? Set.of() : Set.copyOf(days), text(typed, "from-" + i), text(typed, "to-" + i));
            rows.add(row);
        }
        return new ScheduleForm(text(typed, "name"), typed.containsKey("ignores-holidays"), rows);
    }

    ScheduleForm withEmptyRow() {
        List<Row> more = new ArrayList<>(rows);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            more.add(row(more.size(), Set.of(), "", ""));
        }
        return new ScheduleForm(name, ignoresHolidays, more);
    }

    /** @throws io.lintel.system.LintelException if it cannot be understood */
    Schedule.Draft draft() {
        List<Period> periods = rows.stream()
                .filter(row -> !row.isEmpty())
                .map(ScheduleForm::period)
                .toList();
        return new Schedule.Draft(new ScheduleName(name), periods, ignoresHolidays);
    }

    private static Period period(Row row) {
        if (row.from().isBlank() || row.to().isBlank()) {
            throw new ScheduleFormatException(
                    "Period " + (row.index() + 1) + " has no " + (row.from().isBlank() ? "beginning" : "end"),
                    "give both times, or clear the days to leave the period out");
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        for (Day day : row.days()) {
            int which = DAYS.indexOf(day.value());
            if (day.on() && which == DAYS.size() - 1) {
                holidays = true;
            } else if (day.on()) {
                days.add(DayOfWeek.of(which + 1));
            }
        }
        return new Period(days, holidays, new TimeRange(TimeFormat.parse(row.from()), TimeFormat.parseEnd(row.to())));
    }

    private static Row row(int index, Set<String> on, String from, String to) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS.size(); i++) {
            days.add(new Day(DAYS.get(i), LABELS.get(i), on.contains(DAYS.get(i))));
        }
        return new Row(index, days, from, to);
    }

    private static String text(MultivaluedMap<String, String> typed, String key) {
        String value = typed.getFirst(key);
        return value == null ? "" : value.strip();
    }
}
