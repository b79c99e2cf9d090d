package io.lintel.timetable;

import io.lintel.access.schedule.DayPeriod;
import io.lintel.access.schedule.PeriodLine;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Named schedules in the database. Each public method is one transaction. Thread-safe. */
public final class ScheduleStore {

    private static final int HOLIDAYS = 1 << 7;

    private final Database database;

    public ScheduleStore(Database database) {
        this.database = database;
    }

    NamedSchedule add(ScheduleDraft draft) {
        return database.write(sql -> {
            refuseTakenName(sql, draft.name(), -1);
            ScheduleId id = new ScheduleId(sql.number(
                    "INSERT INTO schedule (name, name_key, ignores_holidays) VALUES (?, ?, ?) RETURNING id",
                    draft.name().value(),
                    draft.name().key(),
                    draft.ignoresHolidays() ? 1 : 0));
            writeLines(sql, id, draft.lines());
            return require(sql, id);
        });
    }

    Changed<NamedSchedule> change(ScheduleId id, ScheduleDraft draft) {
        return database.write(sql -> {
            NamedSchedule before = requireOwn(sql, id);
            refuseTakenName(sql, draft.name(), id.value());
            sql.update(
                    "UPDATE schedule SET name = ?, name_key = ?, ignores_holidays = ? WHERE id = ?",
                    draft.name().value(),
                    draft.name().key(),
                    draft.ignoresHolidays() ? 1 : 0,
                    id.value());
            sql.update("DELETE FROM schedule_period WHERE schedule = ?", id.value());
            writeLines(sql, id, draft.lines());
            return new Changed<>(before, require(sql, id));
        });
    }

    NamedSchedule remove(ScheduleId id) {
        return database.write(sql -> {
            NamedSchedule gone = requireOwn(sql, id);
            refuseWhileUsed(sql, gone);
            sql.update("DELETE FROM schedule WHERE id = ?", id.value());
            return gone;
        });
    }

    static List<NamedSchedule> all(Sql sql) throws SQLException {
        List<Long> ids = sql.list("SELECT id FROM schedule ORDER BY built_in DESC, name_key", row -> row.getLong("id"));
        List<NamedSchedule> all = new java.util.ArrayList<>();
        for (Long id : ids) {
            all.add(require(sql, new ScheduleId(id)));
        }
        return all;
    }

    static NamedSchedule require(Sql sql, ScheduleId id) throws SQLException {
        List<PeriodLine> lines = sql.list(
                "SELECT days, starts, ends FROM schedule_period WHERE schedule = ? ORDER BY position",
                ScheduleStore::line,
                id.value());
        Optional<NamedSchedule> found = sql.first(
                "SELECT * FROM schedule WHERE id = ?",
                row -> new NamedSchedule(
                        id,
                        new PlanName(row.getString("name")),
                        row.getInt("built_in") == 1,
                        lines,
                        row.getInt("ignores_holidays") == 1),
                id.value());
        return found.orElseThrow(() -> TimetableException.noSuch("schedule", id.value()));
    }

    private static NamedSchedule requireOwn(Sql sql, ScheduleId id) throws SQLException {
        NamedSchedule schedule = require(sql, id);
        if (schedule.builtIn()) {
            throw new TimetableException(
                    "The schedule " + schedule.name() + " is built in and stays as it is", "make one of your own");
        }
        return schedule;
    }

    /** Who lost his only schedule would have the default one, which is often "always". */
    private static void refuseWhileUsed(Sql sql, NamedSchedule schedule) throws SQLException {
        long id = schedule.id().value();
        long people = sql.number("SELECT count(*) FROM person_schedule WHERE schedule = ?", id);
        long groups = sql.number("SELECT count(*) FROM people_group_schedule WHERE schedule = ?", id);
        long settings = sql.number(
                "SELECT count(*) FROM timetable_setting WHERE default_schedule = ? OR door_schedule = ?", id, id);
        if (people + groups + settings > 0) {
            throw new TimetableException(
                    "The schedule " + schedule.name() + " is in use: by " + people + " people, " + groups + " groups"
                            + (settings > 0 ? ", and as the default or the door's hours" : ""),
                    "give them another schedule first");
        }
    }

    private static void refuseTakenName(Sql sql, PlanName name, long except) throws SQLException {
        if (sql.number("SELECT count(*) FROM schedule WHERE name_key = ? AND id <> ?", name.key(), except) > 0) {
            throw TimetableException.nameTaken("schedule", name.value());
        }
    }

    private static void writeLines(Sql sql, ScheduleId id, List<PeriodLine> lines) throws SQLException {
        for (int i = 0; i < lines.size(); i++) {
            PeriodLine line = lines.get(i);
            sql.update(
                    "INSERT INTO schedule_period (schedule, position, days, starts, ends) VALUES (?, ?, ?, ?, ?)",
                    id.value(),
                    i,
                    bits(line),
                    minute(line.period().from()),
                    minute(line.period().to()));
        }
    }

    private static int bits(PeriodLine line) {
        int bits = line.onHolidays() ? HOLIDAYS : 0;
        for (DayOfWeek day : line.days()) {
            bits |= 1 << day.ordinal();
        }
        return bits;
    }

    private static PeriodLine line(ResultSet row) throws SQLException {
        int bits = row.getInt("days");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & 1 << day.ordinal()) != 0) {
                days.add(day);
            }
        }
        DayPeriod period = new DayPeriod(time(row.getInt("starts")), time(row.getInt("ends")));
        return new PeriodLine(days, (bits & HOLIDAYS) != 0, period);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
