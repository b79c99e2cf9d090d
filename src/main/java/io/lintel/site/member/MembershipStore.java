package io.lintel.site.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealedField;
import io.lintel.site.SiteKey;
import io.lintel.site.SiteKeyring;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this box is in its site, with its keys, sealed by the box's own; each method is one transaction. Thread-safe. */
public final class MembershipStore implements SiteKeyring {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MEMBERSHIP = 0;
    private static final long INVITATIONS = -1;

    private final Database database;
    private final PersonKeyStore keys;

    public MembershipStore(Database database, PersonKeyStore keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Empty if this box is in no site. */
    public Optional<Membership> find() {
        return database.read(sql -> sql.first("SELECT * FROM site_membership", row -> membership(sql, row)));
    }

    /** @throws LintelException if this box is in no site */
    public Membership require() {
        return find().orElseThrow(() ->
                new LintelException("This box is in no site", "join one with 'lintel site join', or make one"));
    }

    private Membership membership(Sql sql, ResultSet row) throws SQLException {
        JsonNode secret = json(cipher(sql).open(SealedField.SITE, MEMBERSHIP, row.getBytes("sealed")));
        List<String> servers = new ArrayList<>();
        json(row.getString("servers").getBytes(StandardCharsets.UTF_8)).forEach(each -> servers.add(each.asText()));
        return new Membership(
                row.getString("site"),
                row.getString("door"),
                servers,
                row.getString("authority"),
                row.getString("token"),
                secret.path("seed").asText(),
                secret.has("operator")
                        ? new SiteAuthority(
                                secret.get("operator").asText(),
                                secret.path("account").asText(),
                                secret.path("system").asText())
                        : null);
    }

    /** @throws LintelException if this box is in a site already */
    void join(Membership membership, List<SiteKey> siteKeys) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode().put("seed", membership.seed());
        SiteAuthority decides = membership.decides();
        if (decides != null) {
            secret.put("operator", decides.operator())
                    .put("account", decides.account())
                    .put("system", decides.system());
        }
        ArrayNode servers = JsonNodeFactory.instance.arrayNode();
        membership.servers().forEach(servers::add);
        database.write(sql -> {
            if (sql.number("SELECT count(*) FROM site_membership") > 0) {
                throw new LintelException("This box is in a site already", "leave it first, with 'lintel site leave'");
            }
            FieldCipher cipher = cipher(sql);
            sql.update(
                    "INSERT INTO site_membership (id, site, box, door, servers, authority, token, sealed)"
                            + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                    membership.site(),
                    membership.box(),
                    membership.door(),
                    servers.toString(),
                    membership.authority(),
                    membership.token(),
                    cipher.seal(SealedField.SITE, MEMBERSHIP, bytes(secret)));
            for (SiteKey key : siteKeys) {
                add(sql, cipher, key);
            }
            return true;
        });
    }

    private static void add(Sql sql, FieldCipher cipher, SiteKey key) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO site_key (number, sealed) VALUES (?, ?)",
                key.number(),
                cipher.seal(SealedField.SITE, key.number(), key.secret().getEncoded()));
    }

    /** Forgets the site with all of its keys. */
    void leave() {
        database.write(sql -> {
            for (String table : List.of("site_membership", "site_key", "site_invitation", "site_box")) {
                sql.update("DELETE FROM " + table);
            }
            return true;
        });
        database.emptyLog();
    }

    List<SiteKey> siteKeys() {
        return database.read(sql -> {
            FieldCipher cipher = cipher(sql);
            return sql.list("SELECT number, sealed FROM site_key ORDER BY number", row -> key(cipher, row));
        });
    }

    @Override
    public SiteKey current() {
        return siteKeys().getLast();
    }

    @Override
    public Optional<SiteKey> number(int number) {
        return database.read(sql -> {
            FieldCipher cipher = cipher(sql);
            return sql.first("SELECT number, sealed FROM site_key WHERE number = ?", row -> key(cipher, row), number);
        });
    }

    private static SiteKey key(FieldCipher cipher, ResultSet row) throws SQLException {
        int number = row.getInt(1);
        return SiteKey.of(number, cipher.open(SealedField.SITE, number, row.getBytes(2)));
    }

    void invite(Invitation invitation, Instant expires) {
        database.write(sql -> sql.update(
                "INSERT INTO site_invitation (id, expires, sealed) VALUES (?, ?, ?)",
                invitation.id(),
                expires.toEpochMilli(),
                cipher(sql)
                        .seal(SealedField.SITE, INVITATIONS, invitation.code().getBytes(StandardCharsets.US_ASCII))));
    }

    /** Those that are still good. */
    List<Invitation> invitations(Instant now) {
        return database.write(sql -> {
            sql.update("DELETE FROM site_invitation WHERE expires < ?", now.toEpochMilli());
            FieldCipher cipher = cipher(sql);
            return sql.list(
                    "SELECT sealed FROM site_invitation ORDER BY expires",
                    row -> Invitation.of(new String(
                            cipher.open(SealedField.SITE, INVITATIONS, row.getBytes(1)), StandardCharsets.US_ASCII)));
        });
    }

    /** Uses an invitation for a box; it is good once. @return false if it was used already, or there is none */
    boolean admit(String invitation, String box, String door, Instant now) {
        return database.write(sql -> {
            int used = sql.update(
                    "DELETE FROM site_invitation WHERE id = ? AND expires >= ?", invitation, now.toEpochMilli());
            if (used == 1) {
                sql.update(
                        "INSERT OR REPLACE INTO site_box (id, door, joined) VALUES (?, ?, ?)",
                        box,
                        door,
                        now.toEpochMilli());
            }
            return used == 1;
        });
    }

    private FieldCipher cipher(Sql sql) throws SQLException {
        return keys.of(sql, PersonKeyStore.NOBODY);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("what this box has sealed is JSON", e);
        }
    }
}
