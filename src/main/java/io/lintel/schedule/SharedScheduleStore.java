package io.lintel.schedule;

import io.lintel.gallery.PersonId;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Schedules, groups and holidays that several boxes share, read and written inside the caller's transaction, by their numbers here. A name that is taken by something
 * else gets a number behind it, so that nothing is lost. Thread-safe.
 */
public final class SharedScheduleStore {

    public Optional<Schedule.Draft> schedule(Sql sql, long id) throws SQLException {
        if (sql.number("SELECT count(*) FROM schedule WHERE id = ?", id) == 0) {
            return Optional.empty();
        }
        Schedule found = ScheduleStore.require(sql, new Schedule.Id(id));
        return Optional.of(new Schedule.Draft(found.name(), found.periods(), found.ignoresHolidays()));
    }

    /** @param known null for a new one @return its number */
    public long putSchedule(Sql sql, @Nullable Long known, Schedule.Draft draft) throws SQLException {
        Schedule.Draft fitting = new Schedule.Draft(
                free(sql, "schedule", draft.name(), known), draft.periods(), draft.ignoresHolidays());
        if (known == null) {
            return ScheduleStore.insert(sql, fitting).value();
        }
        ScheduleStore.rewrite(sql, new Schedule.Id(known), fitting);
        return known;
    }

    /** @return false if the box still uses it, as its default or for its door: then it stays, for this box alone */
    public boolean removeSchedule(Sql sql, long id) throws SQLException {
        if (sql.number("SELECT count(*) FROM timetable_setting WHERE default_schedule = ? OR door_schedule = ?", id, id)
                > 0) {
            return false;
        }
        sql.update("DELETE FROM person_schedule WHERE schedule = ?", id);
        sql.update("DELETE FROM people_group_schedule WHERE schedule = ?", id);
        sql.update("DELETE FROM schedule WHERE id = ?", id);
        return true;
    }

    public Optional<ScheduleName> group(Sql sql, long id) throws SQLException {
        return sql.first("SELECT name FROM people_group WHERE id = ?", row -> new ScheduleName(row.getString(1)), id);
    }

    public List<Long> schedulesOfGroup(Sql sql, long id) throws SQLException {
        return sql.list(
                "SELECT schedule FROM people_group_schedule WHERE people_group = ? ORDER BY schedule",
                row -> row.getLong(1),
                id);
    }

    /** @param known null for a new one @return its number */
    public long putGroup(Sql sql, @Nullable Long known, ScheduleName name, Collection<Long> schedules)
            throws SQLException {
        ScheduleName fitting = free(sql, "people_group", name, known);
        long id = known == null
                ? sql.number(
                        "INSERT INTO people_group (name, name_key) VALUES (?, ?) RETURNING id",
                        fitting.value(),
                        fitting.key())
                : known;
        sql.update("UPDATE people_group SET name = ?, name_key = ? WHERE id = ?", fitting.value(), fitting.key(), id);
        sql.update("DELETE FROM people_group_schedule WHERE people_group = ?", id);
        for (Long schedule : schedules) {
            sql.update(
                    "INSERT OR IGNORE INTO people_group_schedule (people_group, schedule) VALUES (?, ?)", id, schedule);
        }
        return id;
    }

    public void removeGroup(Sql sql, long id) throws SQLException {
        sql.update("DELETE FROM people_group WHERE id = ?", id);
    }

    public Optional<Holiday> holiday(Sql sql, long id) throws SQLException {
        return sql.first(
                "SELECT * FROM holiday WHERE id = ?",
                row -> new Holiday(
                        new ScheduleName(row.getString("name")),
                        LocalDate.parse(row.getString("first_day")),
                        LocalDate.parse(row.getString("last_day")),
                        row.getInt("every_year") == 1),
                id);
    }

    /** @return its number; that of the same holiday if it is here already */
    public long putHoliday(Sql sql, Holiday holiday) throws SQLException {
        return sql.number(
                "INSERT INTO holiday (name, first_day, last_day, every_year) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET name = excluded.name RETURNING id",
                holiday.name().value(),
                holiday.first().toString(),
                holiday.last().toString(),
                holiday.everyYear() ? 1 : 0);
    }

    public void removeHoliday(Sql sql, long id) throws SQLException {
        sql.update("DELETE FROM holiday WHERE id = ?", id);
    }

    public List<Long> groupsOf(Sql sql, PersonId person) throws SQLException {
        return sql.list(
                "SELECT people_group FROM people_group_member WHERE person = ? ORDER BY people_group",
                row -> row.getLong(1),
                person.value());
    }

    public List<Long> schedulesOf(Sql sql, PersonId person) throws SQLException {
        return sql.list(
                "SELECT schedule FROM person_schedule WHERE person = ? ORDER BY schedule",
                row -> row.getLong(1),
                person.value());
    }

    /** What somebody is a member of, and which schedules of their own they have. */
    public void assign(Sql sql, PersonId person, Collection<Long> groups, Collection<Long> schedules)
            throws SQLException {
        if (!groupsOf(sql, person).equals(groups.stream().sorted().toList())) {
            sql.update("DELETE FROM people_group_member WHERE person = ?", person.value());
            for (Long group : groups) {
                sql.update(
                        "INSERT INTO people_group_member (people_group, person) VALUES (?, ?)", group, person.value());
            }
        }
        if (!schedulesOf(sql, person).equals(schedules.stream().sorted().toList())) {
            sql.update("DELETE FROM person_schedule WHERE person = ?", person.value());
            for (Long schedule : schedules) {
                sql.update("INSERT INTO person_schedule (person, schedule) VALUES (?, ?)", person.value(), schedule);
            }
        }
    }

    /** The number of what has this name; empty if nothing has. */
    public Optional<Long> named(Sql sql, boolean group, ScheduleName name) throws SQLException {
        return sql.first(
                "SELECT id FROM " + (group ? "people_group" : "schedule") + " WHERE name_key = ?",
                row -> row.getLong(1),
                name.key());
    }

    /** Gives a group or a schedule a name that nothing else has: its own with a number behind it. */
    public void rename(Sql sql, boolean group, long id) throws SQLException {
        String table = group ? "people_group" : "schedule";
        ScheduleName now = sql.first(
                        "SELECT name FROM " + table + " WHERE id = ?", row -> new ScheduleName(row.getString(1)), id)
                .orElseThrow(() -> ScheduleException.noSuch(group ? "group" : "schedule", id));
        ScheduleName other = free(sql, table, now, null);
        sql.update("UPDATE " + table + " SET name = ?, name_key = ? WHERE id = ?", other.value(), other.key(), id);
    }

    private static ScheduleName free(Sql sql, String table, ScheduleName wanted, @Nullable Long known)
            throws SQLException {
        ScheduleName name = wanted;
        for (int number = 2;
                sql.number(
                                "SELECT count(*) FROM " + table + " WHERE name_key = ? AND id <> ?",
                                name.key(),
                                known == null ? -1 : known)
                        > 0;
                number++) {
            String text = wanted.value();
            name = new ScheduleName(text.substring(0, Math.min(text.length(), 54)) + " (" + number + ")");
        }
        return name;
    }
}
