package io.lintel.crypto;

import io.lintel.storage.Database;
import io.lintel.storage.DatabaseCopy;
import io.lintel.storage.Sql;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes people's data keys out of copies of the database, and puts them back. */
public final class DetachedKeyStore {

    private DetachedKeyStore() {}

    /** Takes all data keys out of a copy of the database. Nothing of them is left in the file. */
    public static List<DetachedKey> takeFrom(Path copy) {
        try {
            return DatabaseCopy.write(copy, sql -> {
                List<DetachedKey> keys = sql.list(
                        "SELECT person, tag, wrapped FROM person_key ORDER BY person",
                        row -> new DetachedKey(row.getLong(1), row.getBytes(2), row.getBytes(3)));
                sql.update("DELETE FROM person_key");
                return keys;
            });
        } catch (SQLException e) {
            throw unusable(copy, e);
        }
    }

    /** Puts data keys back into a copy. People whose key is destroyed leave it: nobody could read them any more. */
    public static void putInto(Path copy, List<DetachedKey> keys) {
        try {
            DatabaseCopy.write(copy, sql -> {
                for (DetachedKey key : keys) {
                    put(sql, key);
                }
                return keys;
            });
        } catch (SQLException e) {
            throw unusable(copy, e);
        }
    }

    private static void put(Sql sql, DetachedKey key) throws SQLException {
        if (key.isDestroyed()) {
            sql.update("DELETE FROM template WHERE person = ?", key.person());
            sql.update("DELETE FROM person WHERE id = ?", key.person());
            sql.update("INSERT OR IGNORE INTO destroyed_key (tag) VALUES (?)", key.tag());
        } else {
            sql.update(
                    "INSERT INTO person_key (person, wrapped, tag) VALUES (?, ?, ?)",
                    key.person(),
                    key.wrapped(),
                    key.tag());
        }
    }

    /** The names of all keys that were destroyed with their people. */
    public static Set<ByteBuffer> destroyed(Database database) {
        return new HashSet<>(database.read(
                sql -> sql.list("SELECT tag FROM destroyed_key", row -> ByteBuffer.wrap(row.getBytes(1)))));
    }

    private static BoxKeyException unusable(Path copy, SQLException e) {
        return new BoxKeyException("the copy " + copy + " cannot be used: " + e.getMessage(), "choose another copy", e);
    }
}
