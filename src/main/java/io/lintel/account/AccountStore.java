package io.lintel.account;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts in the database. Every change leaves at least one active admin, or is undone. Thread-safe. */
public final class AccountStore {

    static final String COLUMNS =
            "account.id, account.name, account.role, account.active, account.must_change_password,"
                    + " account.created, account.password_changed, account.last_login";

    /** An account with what its password must hash to. */
    record Credentials(Account account, String passwordHash) {}

    private final Database database;

    public AccountStore(Database database) {
        this.database = database;
    }

    boolean isEmpty() {
        return database.read(AccountStore::isEmpty);
    }

    List<Account> list() {
        return database.read(
                sql -> sql.list("SELECT " + COLUMNS + " FROM account ORDER BY name", AccountStore::account));
    }

    Optional<Account> find(long id) {
        return database.read(sql -> find(sql, id));
    }

    Optional<Credentials> credentials(UserName name) {
        return database.read(sql -> sql.first(
                "SELECT " + COLUMNS + ", password_hash FROM account WHERE name = ?",
                row -> new Credentials(account(row), row.getString("password_hash")),
                name.value()));
    }

    /** Empty when somebody else was first. */
    Optional<Account> addFirst(UserName name, String passwordHash, Instant now) {
        return database.write(sql ->
                isEmpty(sql) ? Optional.of(add(sql, name, Role.ADMIN, passwordHash, false, now)) : Optional.empty());
    }

    Account add(UserName name, Role role, String passwordHash, Instant now) {
        return database.write(sql -> {
            if (sql.number("SELECT count(*) FROM account WHERE name = ?", name.value()) > 0) {
                throw new AccountException("There is an account named " + name + " already", "choose another name");
            }
            return add(sql, name, role, passwordHash, true, now);
        });
    }

    /** @return the account as it was before */
    Account setRole(long id, Role role) {
        return change(id, "UPDATE account SET role = ? WHERE id = ?", role.name(), id);
    }

    Account setActive(long id, boolean active) {
        return change(id, "UPDATE account SET active = ? WHERE id = ?", active ? 1 : 0, id);
    }

    Account remove(long id) {
        return change(id, "DELETE FROM account WHERE id = ?", id);
    }

    Account setPassword(long id, String hash, boolean mustChange, Instant now) {
        return change(
                id,
                "UPDATE account SET password_hash = ?, must_change_password = ?, password_changed = ? WHERE id = ?",
                hash,
                mustChange ? 1 : 0,
                now.toEpochMilli(),
                id);
    }

    /** Keeps the password and writes it down with newer parameters. */
    void rehash(long id, String hash) {
        database.write(sql -> sql.update("UPDATE account SET password_hash = ? WHERE id = ?", hash, id));
    }

    private Account change(long id, String statement, Object... parameters) {
        return database.write(sql -> {
            Account before = find(sql, id).orElseThrow(AccountException::gone);
            sql.update(statement, parameters);
            if (sql.number("SELECT count(*) FROM account WHERE role = 'ADMIN' AND active = 1") == 0) {
                throw AccountException.lastAdmin();
            }
            return before;
        });
    }

    private static Account add(Sql sql, UserName name, Role role, String hash, boolean mustChange, Instant now)
            throws SQLException {
        long id = sql.number(
                "INSERT INTO account (name, role, password_hash, must_change_password, created, password_changed)"
                        + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                name.value(),
                role.name(),
                hash,
                mustChange ? 1 : 0,
                now.toEpochMilli(),
                now.toEpochMilli());
        return find(sql, id).orElseThrow(AccountException::gone);
    }

    private static boolean isEmpty(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) FROM account") == 0;
    }

    private static Optional<Account> find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT " + COLUMNS + " FROM account WHERE id = ?", AccountStore::account, id);
    }

    /** Reads {@link #COLUMNS} by position, so that a join can put its own columns behind them. */
    static Account account(ResultSet row) throws SQLException {
        long lastLogin = row.getLong(8);
        Instant lastLoginAt = row.wasNull() ? null : Instant.ofEpochMilli(lastLogin);
        return new Account(
                row.getLong(1),
                new UserName(row.getString(2)),
                Role.valueOf(row.getString(3)),
                row.getInt(4) == 1,
                row.getInt(5) == 1,
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                lastLoginAt);
    }
}
