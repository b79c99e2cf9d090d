package io.lintel.site;

import io.lintel.storage.Sql;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Which things are shared, what was changed here, and how far the copy has come; inside the caller's transaction. Thread-safe. */
final class SharedObjectStore {

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** From now on changes are marked; what is here already is marked as changed. */
    void join(Sql sql) throws SQLException {
        sql.update("INSERT OR IGNORE INTO site_progress (id) VALUES (1)");
        for (String[] each : new String[][] {
            {"schedule", "SELECT id FROM schedule WHERE built_in = 0"},
            {"group", "SELECT id FROM people_group"},
            {"holiday", "SELECT id FROM holiday"},
            {"person", "SELECT id FROM person"}
        }) {
            sql.update("INSERT OR IGNORE INTO site_change (kind, local) SELECT '" + each[0] + "', id FROM (" + each[1]
                    + ")");
        }
    }

    /** Forgets the site; what it shared stays, as this box's own. */
    void leave(Sql sql) throws SQLException {
        for (String table : List.of("site_progress", "site_object", "site_change", "site_removed")) {
            sql.update("DELETE FROM " + table);
        }
    }

    /** Empty if this box is in no site. */
    Optional<SiteProgress> progress(Sql sql) throws SQLException {
        return sql.first(
                "SELECT bucket, revision FROM site_progress",
                row -> new SiteProgress(row.getString(1), row.getLong(2)));
    }

    void progress(Sql sql, SiteProgress now) throws SQLException {
        sql.update("UPDATE site_progress SET bucket = ?, revision = ?", now.bucket(), now.revision());
    }

    Optional<SharedObject> byId(Sql sql, String id) throws SQLException {
        return sql.first("SELECT * FROM site_object WHERE id = ?", SharedObjectStore::object, id);
    }

    Optional<SharedObject> byLocal(Sql sql, SiteKind kind, long local) throws SQLException {
        return sql.first(
                "SELECT * FROM site_object WHERE kind = ? AND local = ?",
                SharedObjectStore::object,
                kind.word(),
                local);
    }

    /** As {@link #byLocal}; what has no id yet gets one at random. */
    SharedObject ensure(Sql sql, SiteKind kind, long local) throws SQLException {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return ensure(sql, kind, local, HexFormat.of().formatHex(id));
    }

    /** As {@link #byLocal}; what has no id yet gets this one. */
    SharedObject ensure(Sql sql, SiteKind kind, long local, String id) throws SQLException {
        Optional<SharedObject> known = byLocal(sql, kind, local);
        if (known.isPresent()) {
            return known.get();
        }
        SharedObject made = new SharedObject(kind, local, id, 0, 0, "");
        put(sql, made);
        return made;
    }

    /** Replaces what had this number or this id. */
    void put(Sql sql, SharedObject object) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO site_object (kind, local, id, revision, version, digest) VALUES (?, ?, ?, ?, ?, ?)",
                object.kind().word(),
                object.local(),
                object.id(),
                object.revision(),
                object.version(),
                object.digest());
    }

    void forget(Sql sql, SharedObject object) throws SQLException {
        sql.update("DELETE FROM site_object WHERE id = ?", object.id());
    }

    void remember(Sql sql, String removedId) throws SQLException {
        sql.update("INSERT OR IGNORE INTO site_removed (id) VALUES (?)", removedId);
    }

    boolean wasRemoved(Sql sql, String id) throws SQLException {
        return sql.number("SELECT count(*) FROM site_removed WHERE id = ?", id) > 0;
    }

    /** In the order in which they can be sent: what is referred to comes first. */
    List<LocalChange> changes(Sql sql) throws SQLException {
        List<LocalChange> changes = new ArrayList<>(sql.list(
                "SELECT kind, local, number FROM site_change",
                row -> new LocalChange(SiteKind.of(row.getString(1)), row.getLong(2), row.getLong(3))));
        changes.sort(Comparator.comparing(LocalChange::kind).thenComparing(LocalChange::local));
        return changes;
    }

    /** Makes the marks those that they were, whatever was written meanwhile in this transaction. */
    void restore(Sql sql, List<LocalChange> changes) throws SQLException {
        sql.update("DELETE FROM site_change");
        for (LocalChange change : changes) {
            sql.update(
                    "INSERT INTO site_change (kind, local, number) VALUES (?, ?, ?)",
                    change.kind().word(),
                    change.local(),
                    change.number());
        }
    }

    /** Takes the mark away unless there was another change since. */
    void settle(Sql sql, LocalChange sent) throws SQLException {
        sql.update(
                "DELETE FROM site_change WHERE kind = ? AND local = ? AND number = ?",
                sent.kind().word(),
                sent.local(),
                sent.number());
    }

    /** For a bucket that was made anew or put back: everything that is here is to be sent once more. */
    void sendAllAgain(Sql sql) throws SQLException {
        sql.update("INSERT OR IGNORE INTO site_change (kind, local) SELECT kind, local FROM site_object");
        sql.update("UPDATE site_object SET revision = 0");
    }

    private static SharedObject object(ResultSet row) throws SQLException {
        return new SharedObject(
                SiteKind.of(row.getString("kind")),
                row.getLong("local"),
                row.getString("id"),
                row.getLong("revision"),
                row.getLong("version"),
                row.getString("digest"));
    }
}
