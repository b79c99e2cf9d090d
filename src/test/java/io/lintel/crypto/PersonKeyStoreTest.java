package io.lintel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.storage.Database;
import io.lintel.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonKeyStoreTest {

    private static final byte[] PLAIN = "Alva".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private TestDatabase opened;
    private Database database;
    private Path keyFile;

    @BeforeEach
    void aNewDatabase() {
        opened = TestDatabase.open(folder.resolve("lintel.db"));
        database = opened.database();
        keyFile = folder.resolve("keys/lintel.key");
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private PersonKeyStore open(Path... credentials) {
        return PersonKeyStore.open(database, new BoxKeyFiles(keyFile, List.of(credentials)));
    }

    private byte[] seal(PersonKeyStore keys, long person) {
        return database.write(sql -> keys.make(sql, person)).seal(SealedField.PERSON, person, PLAIN);
    }

    private byte[] unseal(PersonKeyStore keys, long person, byte[] sealed) {
        return database.read(sql -> keys.of(sql, person)).open(SealedField.PERSON, person, sealed);
    }

    @Test
    void aNewDatabaseGetsAKeyThatOnlyItsOwnerMayRead() throws IOException {
        PersonKeyStore keys = open();

        assertThat(keyFile).content().matches("lintel-box-key-1:[A-Za-z0-9+/]{43}=\\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.getParent())))
                .isEqualTo("rwx------");
        assertThat(keys.place()).isEqualTo(keyFile.toString());
    }

    @Test
    void aKeyOutlivesARestart() {
        byte[] sealed = seal(open(), 7);

        assertThat(unseal(open(), 7, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void theDatabaseNeverHoldsTheKey() throws IOException {
        seal(open(), 7);
        String line = Files.readString(keyFile).strip();
        byte[] secret = java.util.Base64.getDecoder().decode(line.substring(line.indexOf(':') + 1));

        for (String name : List.of("lintel.db", "lintel.db-wal")) {
            assertThat(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aLostKeyIsSaidAndNoOtherIsMade() throws IOException {
        seal(open(), 7);
        Files.delete(keyFile);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(BoxKeyException.class, e -> {
            assertThat(e).hasMessageContaining("there is no key in " + keyFile);
            assertThat(e.remedy()).contains("lintel restore", "credential lintel.key");
        });
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void aWrongKeyIsSaid() throws IOException {
        seal(open(), 7);
        Files.writeString(keyFile, BoxKey.make(new java.security.SecureRandom()).text());

        assertThatThrownBy(this::open).isInstanceOf(BoxKeyException.class).hasMessageContaining("holds another one");
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        open();
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        BoxKeyException.class, e -> assertThat(e.remedy()).contains("chmod 600"));
    }

    @Test
    void aFileThatHoldsNoKeyIsSaid() throws IOException {
        open();
        Files.writeString(keyFile, "lintel-box-key-1:AAAA\n");

        assertThatThrownBy(this::open).isInstanceOf(BoxKeyException.class).hasMessageContaining("no key");
    }

    @Test
    void systemdsCredentialServesInsteadOfTheFile() throws IOException {
        byte[] sealed = seal(open(), 7);
        Path credential = Files.move(keyFile, folder.resolve("credential"));
        Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("r--r-----"));

        PersonKeyStore keys = open(credential);

        assertThat(unseal(keys, 7, sealed)).isEqualTo(PLAIN);
        assertThat(keys.isCredential()).isTrue();
        assertThat(keyFile).doesNotExist();
    }

    @Test
    void aSwappedKeyOpensNothing() {
        PersonKeyStore keys = open();
        byte[] sealed = seal(keys, 7);
        seal(keys, 8);
        database.write(
                sql -> sql.update("UPDATE person_key SET wrapped = (SELECT wrapped FROM person_key WHERE person = 8)"
                        + " WHERE person = 7"));

        assertThatThrownBy(() -> unseal(keys, 7, sealed))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("person 7");
    }

    @Test
    void aDeletedPersonsKeyIsGoneFromTheFiles() throws IOException {
        PersonKeyStore keys = open();
        long person = database.write(sql -> sql.number("INSERT INTO person (created) VALUES (0) RETURNING id"));
        byte[] sealed = seal(keys, person);
        String wrapped = database.read(sql -> sql.first(
                        "SELECT wrapped FROM person_key WHERE person = ?",
                        row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1),
                        person)
                .orElseThrow());

        database.write(sql -> sql.update("DELETE FROM person WHERE id = ?", person));
        database.emptyLog();

        assertThatThrownBy(() -> unseal(keys, person, sealed)).hasMessageContaining("has no data key");
        for (String name : List.of("lintel.db", "lintel.db-wal")) {
            assertThat(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1))
                    .doesNotContain(wrapped);
        }
    }

    @Test
    void aRotationReplacesTheKeyAndKeepsTheData() throws IOException {
        PersonKeyStore keys = open();
        byte[] sealed = seal(keys, 7);
        String before = Files.readString(keyFile);

        assertThat(keys.rotate()).isEqualTo(2); // the person's, and that of nobody

        assertThat(Files.readString(keyFile)).isNotEqualTo(before);
        assertThat(unseal(keys, 7, sealed)).isEqualTo(PLAIN);
        assertThat(unseal(open(), 7, sealed)).isEqualTo(PLAIN);
        Files.writeString(keyFile, before);
        assertThatThrownBy(this::open).hasMessageContaining("holds another one");
    }

    @Test
    void anotherProcessGoesOnWhileTheKeyIsReplaced() {
        PersonKeyStore running = open();
        byte[] sealed = seal(running, 7);

        open().rotate();

        assertThat(unseal(running, 7, sealed)).isEqualTo(PLAIN);
        byte[] later = seal(running, 8);
        assertThat(unseal(open(), 8, later)).isEqualTo(PLAIN);
    }

    @Test
    void aRotationThatWasCutOffBeforeItsTransactionIsGoneOnWith() throws IOException {
        byte[] sealed = seal(open(), 7);
        BoxKey next = BoxKey.make(new java.security.SecureRandom());
        Path waiting = Files.createFile(
                keyFile.resolveSibling("lintel.key.next"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(waiting, next.text());

        PersonKeyStore keys = open();
        assertThat(unseal(keys, 7, sealed)).isEqualTo(PLAIN);
        keys.rotate();

        assertThat(keyFile).hasContent(next.text().strip());
        assertThat(waiting).doesNotExist();
        assertThat(unseal(open(), 7, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aRotationThatWasCutOffAfterItsTransactionIsFinishedByTheNextStart() throws IOException {
        PersonKeyStore keys = open();
        byte[] sealed = seal(keys, 7);
        String before = Files.readString(keyFile);
        keys.rotate();
        Files.copy(
                keyFile, keyFile.resolveSibling("lintel.key.next"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        String after = Files.readString(keyFile);
        Files.writeString(keyFile, before);

        assertThat(unseal(open(), 7, sealed)).isEqualTo(PLAIN);

        assertThat(keyFile).hasContent(after.strip());
        assertThat(keyFile.resolveSibling("lintel.key.next")).doesNotExist();
    }

    @Test
    void anAlteredDataKeyStopsARotationAndChangesNothing() {
        PersonKeyStore keys = open();
        seal(keys, 7);
        byte[] sealed = seal(keys, 8);
        database.write(sql -> sql.update("UPDATE person_key SET wrapped = zeroblob(60) WHERE person = 7"));

        assertThatThrownBy(keys::rotate).isInstanceOf(SealException.class).hasMessageContaining("person 7");

        assertThat(unseal(keys, 8, sealed)).isEqualTo(PLAIN);
        assertThat(unseal(open(), 8, sealed)).isEqualTo(PLAIN);
    }
}
