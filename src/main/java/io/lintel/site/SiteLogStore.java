package io.lintel.site;

import io.lintel.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far this box's log was sent; and on a box that collects them, the rows of all boxes. Thread-safe. */
final class SiteLogStore {

    private final Database database;

    SiteLogStore(Database database) {
        this.database = database;
    }

    SiteLogCursor cursor() {
        return database.read(sql -> sql.first(
                        "SELECT log_row, log_sequence FROM site_progress",
                        row -> new SiteLogCursor(row.getLong(1), row.getLong(2)))
                .orElse(new SiteLogCursor(0, 0)));
    }

    void cursor(SiteLogCursor now) {
        database.write(
                sql -> sql.update("UPDATE site_progress SET log_row = ?, log_sequence = ?", now.row(), now.sequence()));
    }

    /** This box's rows after one, oldest first, with the ids that people have everywhere. */
    List<SiteLogRow> rowsAfter(String box, long after, int most) {
        return database.read(sql -> sql.list(
                "SELECT seq, at, audit_event.kind, id, reason, actor, details FROM audit_event"
                        + " LEFT JOIN site_object ON site_object.kind = 'person' AND local = person"
                        + " WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> row(box, row, 1),
                after,
                most));
    }

    /** When the stream was made that the collected rows are of, and the last message of it that is here. */
    SiteProgress collected() {
        return database.read(sql -> sql.first(
                        "SELECT stream, sequence FROM site_log_progress",
                        row -> new SiteProgress(row.getString(1), row.getLong(2)))
                .orElseThrow());
    }

    /** Rows that are here already stay as they are. */
    void collect(List<SiteLogRow> rows, SiteProgress upTo) {
        database.write(sql -> {
            List<Object[]> values = new ArrayList<>();
            for (SiteLogRow row : rows) {
                values.add(new Object[] {
                    row.box(),
                    row.row(),
                    row.at().toEpochMilli(),
                    row.kind(),
                    row.person(),
                    row.reason(),
                    row.actor(),
                    row.details()
                });
            }
            sql.updateAll(
                    "INSERT OR IGNORE INTO site_log (box, row, at, kind, person, reason, actor, details)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
            return sql.update("UPDATE site_log_progress SET stream = ?, sequence = ?", upTo.bucket(), upTo.revision());
        });
    }

    /** All that were collected, box by box in the order of their rows. */
    List<SiteLogRow> all() {
        return database.read(sql -> sql.list(
                "SELECT row, at, kind, person, reason, actor, details, box FROM site_log ORDER BY box, row",
                row -> row(row.getString("box"), row, 1)));
    }

    private static SiteLogRow row(String box, ResultSet row, int first) throws SQLException {
        return new SiteLogRow(
                box,
                row.getLong(first),
                Instant.ofEpochMilli(row.getLong(first + 1)),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6));
    }
}
