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
            "SELECT id, name, role, created_by, created, last_used FROM api_token WHERE revoked IS NULL ";

    private final Database database;

    public ApiTokenStore(Database database) {
        this.database = database;
    }

    ApiToken add(String name, Role role, byte[] fingerprint, String createdBy, Instant now) {
        return database.write(sql -> {
            if (sql.first(SELECT + "AND name = ?", ApiTokenStore::token, name).isPresent()) {
                throw new AccountException("There is a token named " + name + " already", "choose another name");
            }
            long id = sql.number(
                    "INSERT INTO api_token (name, fingerprint, role, created_by, created)"
                            + " VALUES (?, ?, ?, ?, ?) RETURNING id",
                    name,
                    fingerprint,
                    role.name(),
                    createdBy,
                    now.toEpochMilli());
            return sql.first(SELECT + "AND id = ?", ApiTokenStore::token, id).orElseThrow(AccountException::gone);
        });
    }

    Optional<ApiToken> find(byte[] fingerprint) {
        return database.read(sql -> sql.first(SELECT + "AND fingerprint = ?", ApiTokenStore::token, fingerprint));
    }

    List<ApiToken> list() {
        return database.read(sql -> sql.list(SELECT + "ORDER BY name", ApiTokenStore::token));
    }

    void touch(long id, Instant now) {
        database.write(sql -> sql.update("UPDATE api_token SET last_used = ? WHERE id = ?", now.toEpochMilli(), id));
    }

    /** Empty when it was revoked already. */
    Optional<ApiToken> revoke(long id, Instant now) {
        return database.write(sql -> {
            Optional<ApiToken> token = sql.first(SELECT + "AND id = ?", ApiTokenStore::token, id);
            sql.update("UPDATE api_token SET revoked = ? WHERE id = ? AND revoked IS NULL", now.toEpochMilli(), id);
            return token;
        });
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Long lastUsed = Sql.nullableLong(row, "last_used");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created")),
                lastUsed == null ? null : Instant.ofEpochMilli(lastUsed));
    }
}
