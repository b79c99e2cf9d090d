package io.lintel.account;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API tokens in the database, by the SHA-256 of their secret. Thread-safe. */
public final class ApiTokenStore {

    private static final String SELECT =
            "SELECT t.id, t.name, t.role, t.created_by, t.created, t.last_used, t.expires, t.account, a.name AS owner,"
                    + " a.role AS owner_role FROM api_token t JOIN account a ON a.id = t.account WHERE t.revoked IS NULL ";

    private static final String IN_FORCE = "AND a.active = 1 AND t.expires > ? ";

    private final Database database;

    public ApiTokenStore(Database database) {
        this.database = database;
    }

    ApiToken add(
            String name, Role role, byte[] fingerprint, long account, String createdBy, Instant now, Instant expires) {
        return database.write(sql -> {
            if (sql.first(SELECT + "AND t.name = ?", ApiTokenStore::token, name).isPresent()) {
                throw new AccountException("There is a token named " + name + " already", "choose another name");
            }
            long id = sql.number(
                    "INSERT INTO api_token (name, fingerprint, role, account, created_by, created, expires)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    name,
                    fingerprint,
                    role.name(),
                    account,
                    createdBy,
                    now.toEpochMilli(),
                    expires.toEpochMilli());
            return sql.first(SELECT + "AND t.id = ?", ApiTokenStore::token, id).orElseThrow(AccountException::gone);
        });
    }

    /** Of those in force. */
    Optional<ApiToken> find(byte[] fingerprint, Instant now) {
        return database.read(sql -> sql.first(
                SELECT + IN_FORCE + "AND t.fingerprint = ?", ApiTokenStore::token, now.toEpochMilli(), fingerprint));
    }

    /** Of those in force. */
    Optional<ApiToken> find(long id, Instant now) {
        return database.read(
                sql -> sql.first(SELECT + IN_FORCE + "AND t.id = ?", ApiTokenStore::token, now.toEpochMilli(), id));
    }

    List<ApiToken> list() {
        return database.read(sql -> sql.list(SELECT + "ORDER BY t.name", ApiTokenStore::token));
    }

    void touch(long id, Instant now) {
        database.write(sql -> sql.update("UPDATE api_token SET last_used = ? WHERE id = ?", now.toEpochMilli(), id));
    }

    /** Empty when it was revoked already. */
    Optional<ApiToken> revoke(long id, Instant now) {
        return database.write(sql -> {
            Optional<ApiToken> token = sql.first(SELECT + "AND t.id = ?", ApiTokenStore::token, id);
            sql.update("UPDATE api_token SET revoked = ? WHERE id = ? AND revoked IS NULL", now.toEpochMilli(), id);
            return token;
        });
    }

    /** Those whose account is gone; they are of no use since. @return their names */
    List<String> revokeOrphans(Instant now) {
        return database.write(sql -> sql.list(
                "UPDATE api_token SET revoked = ? WHERE account IS NULL AND revoked IS NULL RETURNING name",
                row -> row.getString(1),
                now.toEpochMilli()));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Long lastUsed = Sql.nullableLong(row, "last_used");
        Role own = Role.valueOf(row.getString("role"));
        Role owner = Role.valueOf(row.getString("owner_role"));
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                own.weaker(owner),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created")),
                lastUsed == null ? null : Instant.ofEpochMilli(lastUsed),
                row.getLong("account"),
                row.getString("owner"),
                Instant.ofEpochMilli(row.getLong("expires")));
    }
}
