package io.lintel.account;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The paired door screens in the database, and those that wait to be. Thread-safe. */
public final class PairedScreenStore {

    private static final String SELECT =
            "SELECT id, name, paired_by, paired, last_seen FROM door_screen WHERE revoked IS NULL ";

    private final Database database;

    public PairedScreenStore(Database database) {
        this.database = database;
    }

    /** What the bounds leave of a wish to be paired. */
    enum Answer {
        WAITS,
        TOO_MANY
    }

    /** Takes the place of what the same address has asked for before. */
    Answer ask(PairingRequest wanted, byte[] fingerprint, Instant oldest, int most) {
        return database.write(sql -> {
            sql.update(
                    "DELETE FROM door_screen_request WHERE begun < ? OR begun > ? OR address = ?",
                    oldest.toEpochMilli(),
                    wanted.begun().toEpochMilli(),
                    wanted.address());
            if (sql.number("SELECT count(*) FROM door_screen_request") >= most) {
                return Answer.TOO_MANY;
            }
            sql.update(
                    "INSERT INTO door_screen_request (code, fingerprint, address, begun) VALUES (?, ?, ?, ?)",
                    wanted.code(),
                    fingerprint,
                    wanted.address(),
                    wanted.begun().toEpochMilli());
            return Answer.WAITS;
        });
    }

    List<PairingRequest> waiting(Instant oldest) {
        return database.read(sql -> sql.list(
                "SELECT code, address, begun FROM door_screen_request WHERE begun >= ? ORDER BY begun",
                row -> new PairingRequest(
                        row.getString("code"), row.getString("address"), Instant.ofEpochMilli(row.getLong("begun"))),
                oldest.toEpochMilli()));
    }

    Optional<String> waitingCode(byte[] fingerprint, Instant oldest) {
        return database.read(sql -> sql.first(
                "SELECT code FROM door_screen_request WHERE fingerprint = ? AND begun >= ?",
                row -> row.getString("code"),
                fingerprint,
                oldest.toEpochMilli()));
    }

    /** Uses the code up. Empty where nobody waits with it. */
    Optional<PairedScreen> pair(String code, String name, String by, Instant now, Instant oldest) {
        return database.write(sql -> {
            Optional<byte[]> fingerprint = sql.first(
                    "SELECT fingerprint FROM door_screen_request WHERE code = ? AND begun >= ?",
                    row -> row.getBytes("fingerprint"),
                    code,
                    oldest.toEpochMilli());
            if (fingerprint.isEmpty()) {
                return Optional.empty();
            }
            if (sql.first(SELECT + "AND name = ?", PairedScreenStore::screen, name)
                    .isPresent()) {
                throw new AccountException("There is a door screen named " + name + " already", "choose another name");
            }
            sql.update("DELETE FROM door_screen_request WHERE code = ?", code);
            long id = sql.number(
                    "INSERT INTO door_screen (name, fingerprint, paired_by, paired) VALUES (?, ?, ?, ?) RETURNING id",
                    name,
                    fingerprint.get(),
                    by,
                    now.toEpochMilli());
            return sql.first(SELECT + "AND id = ?", PairedScreenStore::screen, id);
        });
    }

    Optional<PairedScreen> find(byte[] fingerprint) {
        return database.read(sql -> sql.first(SELECT + "AND fingerprint = ?", PairedScreenStore::screen, fingerprint));
    }

    List<PairedScreen> list() {
        return database.read(sql -> sql.list(SELECT + "ORDER BY name", PairedScreenStore::screen));
    }

    void touch(long id, Instant now) {
        database.write(sql -> sql.update("UPDATE door_screen SET last_seen = ? WHERE id = ?", now.toEpochMilli(), id));
    }

    /** Empty when it was revoked already. */
    Optional<PairedScreen> revoke(long id, Instant now) {
        return database.write(sql -> {
            Optional<PairedScreen> screen = sql.first(SELECT + "AND id = ?", PairedScreenStore::screen, id);
            sql.update("UPDATE door_screen SET revoked = ? WHERE id = ? AND revoked IS NULL", now.toEpochMilli(), id);
            return screen;
        });
    }

    private static PairedScreen screen(ResultSet row) throws SQLException {
        Long lastSeen = Sql.nullableLong(row, "last_seen");
        return new PairedScreen(
                row.getLong("id"),
                row.getString("name"),
                row.getString("paired_by"),
                Instant.ofEpochMilli(row.getLong("paired")),
                lastSeen == null ? null : Instant.ofEpochMilli(lastSeen));
    }
}
