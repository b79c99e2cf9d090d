package io.lintel.account;

import io.lintel.storage.Database;
import java.time.Instant;

/** The known browsers in the database, by the SHA-256 of their secret. Thread-safe. */
public final class KnownBrowserStore {

    /** Of one account; the one that has not signed in for longest goes first. */
    private static final int MOST = 20;

    private final Database database;

    public KnownBrowserStore(Database database) {
        this.database = database;
    }

    boolean contains(byte[] fingerprint, long account) {
        return database.read(sql -> sql.number(
                        "SELECT count(*) FROM known_browser WHERE fingerprint = ? AND account = ?",
                        fingerprint,
                        account)
                > 0);
    }

    void put(byte[] fingerprint, long account, Instant now) {
        database.write(sql -> {
            sql.update(
                    "INSERT INTO known_browser (fingerprint, account, signed_in) VALUES (?, ?, ?)"
                            + " ON CONFLICT (fingerprint) DO UPDATE SET signed_in = excluded.signed_in",
                    fingerprint,
                    account,
                    now.toEpochMilli());
            return sql.update(
                    "DELETE FROM known_browser WHERE account = ? AND fingerprint NOT IN (SELECT fingerprint FROM"
                            + " known_browser WHERE account = ? ORDER BY signed_in DESC LIMIT ?)",
                    account,
                    account,
                    MOST);
        });
    }
}
