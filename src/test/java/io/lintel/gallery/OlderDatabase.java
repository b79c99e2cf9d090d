package io.lintel.gallery;

import io.lintel.storage.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** A database as Lintel wrote it before anything was sealed: schema 95, people in the clear. */
final class OlderDatabase {

    static final String NAME = "Alva Unmistakable";
    static final String NOTE = "Knows the night watchman";
    static final String PURPOSE = "Entry to the workshop";
    static final String PIN_HASH = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaG9mYXBpbg";
    static final byte[] PORTRAIT =
            "\u00ff\u00d8 a portrait of a face".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private OlderDatabase() {}

    /** Everybody has the data above, with their number behind the name, and two templates. */
    static void write(Path file, int people) throws SQLException {
        Flyway.configure()
                .dataSource(Database.jdbcUrl(file), null, null)
                .locations("classpath:db/migration")
                .target("95")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(Database.jdbcUrl(file));
                Statement plain = connection.createStatement()) {
            plain.execute("PRAGMA user_version = 95");
            connection.setAutoCommit(false);
            for (int id = 1; id <= people; id++) {
                insert(
                        connection,
                        "INSERT INTO person (id, name, name_key, note, created, consent_at, consent_purpose, consent_keep_days)"
                                + " VALUES (?, ?, ?, ?, 1000, 1000, ?, 30)",
                        id,
                        NAME + " " + id,
                        PersonName.searchKey(NAME + " " + id),
                        NOTE,
                        PURPOSE);
                for (int template = 2 * id - 1; template <= 2 * id; template++) {
                    insert(
                            connection,
                            "INSERT INTO template (id, person, model, source, variants, codec, embedding, inter_ocular,"
                                    + " sharpness, brightness, contrast, yaw, pitch, roll, created)"
                                    + " VALUES (?, ?, ?, 'PHOTO', 1, 1, ?, 60, 300, 120, 50, 0, 0, 0, 1000)",
                            template,
                            id,
                            TestGallery.MODEL,
                            embedding(id));
                }
                insert(
                        connection,
                        "INSERT INTO template_portrait (template, person, jpeg) VALUES (?, ?, ?)",
                        2 * id,
                        id,
                        PORTRAIT);
                insert(connection, "INSERT INTO person_pin (person, hash, set_at) VALUES (?, ?, 1000)", id, PIN_HASH);
            }
            connection.commit();
        }
    }

    /** Of the person's two templates, as it was stored. */
    static byte[] embedding(int id) {
        return TemplateCodec.encode(TestGallery.towards(0.123456, 0.654321, id));
    }

    private static void insert(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
