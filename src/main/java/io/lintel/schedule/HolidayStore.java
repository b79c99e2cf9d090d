package io.lintel.schedule;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Holidays in the database. Each public method is one transaction. Thread-safe. */
public final class HolidayStore {

    /** So that a look ahead over a year stays a matter of milliseconds. */
    static final int MOST = 2000;

    private final Database database;

    public HolidayStore(Database database) {
        this.database = database;
    }

    /** Stores those that are not there yet, all or none. @return the new ones */
    List<Holiday.Stored> add(List<Holiday> drafts, String origin) {
        return database.write(sql -> add(sql, drafts, origin));
    }

    /** Makes the days of an origin these, all or none; the others stay. @return those that are new, and those that are gone */
    Changed<List<Holiday.Stored>> replace(List<Holiday> drafts, String origin) {
        return database.write(sql -> {
            List<Holiday.Stored> gone = new ArrayList<>();
            for (Holiday.Stored old : of(sql, origin)) {
                if (!drafts.contains(old.holiday())) {
                    sql.update("DELETE FROM holiday WHERE id = ?", old.id().value());
                    gone.add(old);
                }
            }
            return new Changed<>(gone, add(sql, drafts, origin));
        });
    }

    /** @return what is gone; none where nothing came with that origin, or all of it is gone already */
    List<Holiday.Stored> removeAll(String origin) {
        return database.write(sql -> {
            List<Holiday.Stored> gone = of(sql, origin);
            sql.update("DELETE FROM holiday WHERE origin = ?", origin);
            return gone;
        });
    }

    private static List<Holiday.Stored> of(Sql sql, String origin) throws SQLException {
        return sql.list("SELECT * FROM holiday WHERE origin = ? ORDER BY id", HolidayStore::holiday, origin);
    }

    private static List<Holiday.Stored> add(Sql sql, List<Holiday> drafts, String origin) throws SQLException {
        List<Holiday.Stored> added = new ArrayList<>();
        for (Holiday draft : drafts) {
            sql.first(
                            "INSERT OR IGNORE INTO holiday (name, first_day, last_day, every_year, origin)"
                                    + " VALUES (?, ?, ?, ?, ?) RETURNING *",
                            HolidayStore::holiday,
                            draft.name().value(),
                            draft.first().toString(),
                            draft.last().toString(),
                            draft.everyYear() ? 1 : 0,
                            origin)
                    .ifPresent(added::add);
        }
        if (sql.number("SELECT count(*) FROM holiday") > MOST) {
            throw new ScheduleException(
                    "There would be more than " + MOST + " holidays", "remove past ones, or import fewer years");
        }
        return added;
    }

    Holiday.Stored remove(Holiday.Id id) {
        return database.write(
                sql -> sql.first("DELETE FROM holiday WHERE id = ? RETURNING *", HolidayStore::holiday, id.value())
                        .orElseThrow(() -> ScheduleException.noSuch("holiday", id.value())));
    }

    static List<Holiday.Stored> all(Sql sql) throws SQLException {
        return sql.list("SELECT * FROM holiday ORDER BY first_day, name, id", HolidayStore::holiday);
    }

    private static Holiday.Stored holiday(ResultSet row) throws SQLException {
        return new Holiday.Stored(
                new Holiday.Id(row.getLong("id")),
                new Holiday(
                        new ScheduleName(row.getString("name")),
                        LocalDate.parse(row.getString("first_day")),
                        LocalDate.parse(row.getString("last_day")),
                        row.getInt("every_year") == 1),
                row.getString("origin"));
    }
}
