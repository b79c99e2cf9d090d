package io.lintel.schedule;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
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

    Schedule add(Schedule.Draft draft) {
        return database.write(sql -> {
            refuseTakenName(sql, draft.name(), -1);
            return require(sql, insert(sql, draft));
        });
    }

    static Schedule.Id insert(Sql sql, Schedule.Draft draft) throws SQLException {
        Schedule.Id id = new Schedule.Id(sql.number(
                "INSERT INTO schedule (name, name_key, ignores_holidays) VALUES (?, ?, ?) RETURNING id",
                draft.name().value(),
                draft.name().key(),
                draft.ignoresHolidays() ? 1 : 0));
        writePeriods(sql, id, draft.periods());
        return id;
    }

    Changed<Schedule> change(Schedule.Id id, Schedule.Draft draft) {
        return database.write(sql -> {
            Schedule before = requireOwn(sql, id);
            refuseTakenName(sql, draft.name(), id.value());
            rewrite(sql, id, draft);
            return new Changed<>(before, require(sql, id));
        });
    }

    static void rewrite(Sql sql, Schedule.Id id, Schedule.Draft draft) throws SQLException {
        sql.update(
                "UPDATE schedule SET name = ?, name_key = ?, ignores_holidays = ? WHERE id = ?",
                draft.name().value(),
                draft.name().key(),
                draft.ignoresHolidays() ? 1 : 0,
                id.value());
        sql.update("DELETE FROM schedule_period WHERE schedule = ?", id.value());
        writePeriods(sql, id, draft.periods());
    }

    Schedule remove(Schedule.Id id) {
        return database.write(sql -> {
            Schedule gone = requireOwn(sql, id);
            refuseWhileUsed(sql, gone);
            sql.update("DELETE FROM schedule WHERE id = ?", id.value());
            return gone;
        });
    }

    static List<Schedule> all(Sql sql) throws SQLException {
        List<Long> ids = sql.list("SELECT id FROM schedule ORDER BY built_in DESC, name_key", row -> row.getLong("id"));
        List<Schedule> all = new ArrayList<>();
        for (Long id : ids) {
            all.add(require(sql, new Schedule.Id(id)));
        }
        return all;
    }

    static Schedule require(Sql sql, Schedule.Id id) throws SQLException {
        List<Period> periods = sql.list(
                "SELECT days, starts, ends FROM schedule_period WHERE schedule = ? ORDER BY position",
                ScheduleStore::period,
                id.value());
        Optional<Schedule> found = sql.first(
                "SELECT * FROM schedule WHERE id = ?",
                row -> new Schedule(
                        id,
                        new ScheduleName(row.getString("name")),
                        row.getInt("built_in") == 1,
                        periods,
                        row.getInt("ignores_holidays") == 1),
                id.value());
        return found.orElseThrow(() -> ScheduleException.noSuch("schedule", id.value()));
    }

    private static Schedule requireOwn(Sql sql, Schedule.Id id) throws SQLException {
        Schedule schedule = require(sql, id);
        if (schedule.builtIn()) {
            throw new ScheduleException(
                    "The schedule " + schedule.name() + " is built in and stays as it is", "make one of your own");
        }
        return schedule;
    }

    /** A person who lost their only schedule would have the default one, which is often "always". */
    private static void refuseWhileUsed(Sql sql, Schedule schedule) throws SQLException {
        long id = schedule.id().value();
        long people = sql.number("SELECT count(*) FROM person_schedule WHERE schedule = ?", id);
        long groups = sql.number("SELECT count(*) FROM people_group_schedule WHERE schedule = ?", id);
        long settings = sql.number(
                "SELECT count(*) FROM timetable_setting WHERE default_schedule = ? OR door_schedule = ?", id, id);
        if (people + groups + settings > 0) {
            throw new ScheduleException(
                    "The schedule " + schedule.name() + " is in use: by " + people + " people, " + groups + " groups"
                            + (settings > 0 ? ", and as the default or the door's schedule" : ""),
                    "give them another schedule first");
        }
    }

    private static void refuseTakenName(Sql sql, ScheduleName name, long except) throws SQLException {
        if (sql.number("SELECT count(*) FROM schedule WHERE name_key = ? AND id <> ?", name.key(), except) > 0) {
            throw ScheduleException.nameTaken("schedule", name.value());
        }
    }

    private static void writePeriods(Sql sql, Schedule.Id id, List<Period> periods) throws SQLException {
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            sql.update(
                    "INSERT INTO schedule_period (schedule, position, days, starts, ends) VALUES (?, ?, ?, ?, ?)",
                    id.value(),
                    i,
                    bits(period),
                    minute(period.time().from()),
                    minute(period.time().to()));
        }
    }

    private static int bits(Period period) {
        int bits = period.onHolidays() ? HOLIDAYS : 0;
        for (DayOfWeek day : period.days()) {
            bits |= 1 << day.ordinal();
        }
        return bits;
    }

    private static Period period(ResultSet row) throws SQLException {
        int bits = row.getInt("days");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & 1 << day.ordinal()) != 0) {
                days.add(day);
            }
        }
        TimeRange time = new TimeRange(time(row.getInt("starts")), time(row.getInt("ends")));
        return new Period(days, (bits & HOLIDAYS) != 0, time);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
