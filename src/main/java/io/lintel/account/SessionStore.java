package io.lintel.account;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions in the database, by the SHA-256 of their secret. Thread-safe. */
public final class SessionStore {

    private static final String SELECT = "SELECT " + AccountStore.COLUMNS
            + ", s.id, s.opened, s.last_seen, s.address, s.browser"
            + " FROM account_session s JOIN account ON account.id = s.account ";

    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /** Opens a session and notes the login, in one write. */
    Session open(byte[] fingerprint, long account, Instant now, String address, String browser) {
        return database.write(sql -> {
            long at = now.toEpochMilli();
            sql.update("UPDATE account SET last_login = ? WHERE id = ?", at, account);
            long id = sql.number(
                    "INSERT INTO account_session (fingerprint, account, opened, last_seen, address, browser)"
                            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                    fingerprint,
                    account,
                    at,
                    at,
                    address,
                    browser);
            return sql.first(SELECT + "WHERE s.id = ?", SessionStore::session, id)
                    .orElseThrow(AccountException::gone);
        });
    }

    Optional<Session> find(byte[] fingerprint) {
        return database.read(sql -> sql.first(SELECT + "WHERE s.fingerprint = ?", SessionStore::session, fingerprint));
    }

    List<Session> list() {
        return database.read(sql -> sql.list(SELECT + "ORDER BY s.last_seen DESC", SessionStore::session));
    }

    void touch(long id, Instant now) {
        database.write(
                sql -> sql.update("UPDATE account_session SET last_seen = ? WHERE id = ?", now.toEpochMilli(), id));
    }

    /** The same session by another secret from now on. @throws AccountException if it has ended */
    void renew(long id, byte[] fingerprint) {
        int renewed = database.write(
                sql -> sql.update("UPDATE account_session SET fingerprint = ? WHERE id = ?", fingerprint, id));
        if (renewed == 0) {
            throw AccountException.gone();
        }
    }

    /** Empty when it had ended already. */
    Optional<Session> end(long id) {
        return database.write(sql -> {
            Optional<Session> session = sql.first(SELECT + "WHERE s.id = ?", SessionStore::session, id);
            sql.update("DELETE FROM account_session WHERE id = ?", id);
            return session;
        });
    }

    /** @param except a session that stays; 0 for none @return how many ended */
    int endAll(long account, long except) {
        return database.write(
                sql -> sql.update("DELETE FROM account_session WHERE account = ? AND id <> ?", account, except));
    }

    /** Ends every session of every account. @return how many */
    public int endAll() {
        return database.write(sql -> sql.update("DELETE FROM account_session"));
    }

    /** Removes what has ended by itself. @return how many */
    int purge(Instant seenBefore, Instant openedBefore) {
        return database.write((Sql sql) -> sql.update(
                "DELETE FROM account_session WHERE last_seen < ? OR opened < ?",
                seenBefore.toEpochMilli(),
                openedBefore.toEpochMilli()));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getLong(9),
                AccountStore.account(row),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                row.getString(12),
                row.getString(13));
    }
}
