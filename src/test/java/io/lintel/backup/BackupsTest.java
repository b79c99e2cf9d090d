package io.lintel.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.crypto.SealedField;
import io.lintel.storage.Database;
import io.lintel.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    private static final BackupKey.Passphrase WORDS = new BackupKey.Passphrase("seven dry biscuits in a tin");

    @TempDir
    Path temp;

    private TestDatabase opened;
    private Path data;
    private Path disk;
    private Database database;
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");

    @BeforeEach
    void aBoxInUse() throws IOException {
        data = Files.createDirectory(temp.resolve("data"));
        disk = Files.createDirectory(temp.resolve("disk"));
        opened = TestDatabase.open(data.resolve("lintel.db"));
        database = opened.database();
        database.write(sql -> sql.update("CREATE TABLE noted (word TEXT)"));
        note("before");
        Files.writeString(data.resolve("settings.properties"), "lintel.door.open-for=7s\n");
        Files.createDirectories(data.resolve("tls"));
        Files.writeString(data.resolve("tls/key.pem"), "the key");
        Files.createDirectories(data.resolve("uploads"));
        Files.writeString(data.resolve("uploads/photo"), "a face");
        Files.createDirectories(data.resolve("snapshots"));
        Files.writeString(data.resolve("snapshots/1.jpg"), "a picture");
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void aBackupHoldsTheDataFolderAndRestoresItOnAnEmptyBox() throws IOException {
        Backups.Made made = backups("door").make(disk, WORDS, false);

        assertThat(made.file()).hasParent(disk).hasFileName("lintel-door-20261129T120000Z.backup");
        assertThat(Files.getPosixFilePermissions(made.file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path other = temp.resolve("other");
        StagedRestore restore = restore(other);
        stage(restore, made.file(), WORDS);
        assertThat(restore.apply()).isPresent();

        assertThat(noted(other)).containsExactly("before");
        assertThat(namesIn(other))
                .contains("lintel.db", "settings.properties", "tls/key.pem")
                .doesNotContain("uploads/photo", "snapshots/1.jpg");
        assertThat(namesIn(disk)).containsExactly("lintel-door-20261129T120000Z.backup");
        assertThat(namesIn(data)).noneMatch(name -> name.contains("backup"));
    }

    /** Without it the people in a backup could be restored on no other box. */
    @Test
    void aBackupHoldsTheKeyThatItsPeopleAreSealedWith() throws IOException {
        PersonKeyStore keysHere = PersonKeyStore.open(database, keys(data));
        FieldCipher here = database.write(sql -> keysHere.make(sql, 7));
        byte[] sealed = here.seal(SealedField.PERSON, 7, "Alva".getBytes(StandardCharsets.UTF_8));
        Backups.Made made = backups("door").make(disk, WORDS, false);
        Path other = temp.resolve("other");
        try (TestDatabase ownDatabase = TestDatabase.open(other.resolve("lintel.db"))) {
            PersonKeyStore.open(ownDatabase.database(), keys(other));
        }
        String ownKey = Files.readString(keys(other).file());

        stage(restore(other), made.file(), WORDS);
        restore(other).apply();

        try (TestDatabase restored = TestDatabase.open(other.resolve("lintel.db"))) {
            PersonKeyStore there = PersonKeyStore.open(restored.database(), keys(other));
            FieldCipher cipher = restored.database().read(sql -> there.of(sql, 7));
            assertThat(cipher.open(SealedField.PERSON, 7, sealed)).asString().isEqualTo("Alva");
        }
        assertThat(Files.getPosixFilePermissions(keys(other).file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(keys(other).file().resolveSibling("lintel.key.before-restore-20261129T120000Z"))
                .hasContent(ownKey);
        assertThat(namesIn(other)).noneMatch(name -> name.contains("key") && !name.startsWith("tls/"));
    }

    /** Otherwise the restored audit log would look as if its last rows had been cut off. */
    @Test
    void theSignedHeadOfTheAuditLogIsNeverNewerThanTheDatabase() throws IOException {
        Path head = Files.writeString(data.resolve("lintel-audit.head"), "row 1");
        Backups whileRowsAreWritten = new Backups(
                copy -> {
                    database.copyTo(copy);
                    write(head, "row 2");
                },
                keys(data),
                data,
                "lintel.db",
                "door",
                "0.1.0",
                () -> now);

        Backups.Made made = whileRowsAreWritten.make(disk, WORDS, true);

        Path other = temp.resolve("other");
        stage(restore(other), made.file(), WORDS);
        restore(other).apply();
        assertThat(other.resolve("lintel-audit.head")).hasContent("row 1");
    }

    @Test
    void picturesAreIncludedWhereTheyAreAskedFor() throws IOException {
        Backups.Made made = backups("door").make(disk, WORDS, true);

        Path other = temp.resolve("other");
        stage(restore(other), made.file(), WORDS);
        restore(other).apply();

        assertThat(other.resolve("snapshots/1.jpg")).hasContent("a picture");
    }

    @Test
    void aRecipientNeedsNoSecretOnTheBox() {
        BackupKey.NewIdentity key = BackupKey.NewIdentity.make();
        Backups.Made made = backups("door").make(disk, key.recipient(), false);

        assertThat(Backups.verify(made.file(), key.identity()).box()).isEqualTo("door");
        assertThatThrownBy(() ->
                        Backups.verify(made.file(), BackupKey.NewIdentity.make().identity()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("wrong passphrase or key");
    }

    @Test
    void theAgeProgramOpensIt() throws Exception {
        assumeTrue(hasAge(), "there is no age program here (Debian package age)");
        BackupKey.NewIdentity key = BackupKey.NewIdentity.make();
        Backups.Made made = backups("door").make(disk, key.recipient(), false);
        Path identity =
                Files.writeString(temp.resolve("identity"), key.identity().text() + "\n");
        Path zip = temp.resolve("backup.zip");
        String file = Files.readString(made.file(), StandardCharsets.ISO_8859_1);
        Path encrypted = Files.writeString(
                temp.resolve("encrypted"), file.substring(file.indexOf("age-encryption")), StandardCharsets.ISO_8859_1);

        int exit = new ProcessBuilder(
                        "age", "-d", "-i", identity.toString(), "-o", zip.toString(), encrypted.toString())
                .inheritIO()
                .start()
                .waitFor();

        assertThat(exit).isZero();
        assertThat(Files.readAllBytes(zip)).startsWith('P', 'K');
    }

    @Test
    void whatTheAgeProgramHasEncryptedIsReadAndRefusedAsNoBackup() throws Exception {
        assumeTrue(hasAge(), "there is no age program here (Debian package age)");
        BackupKey.NewIdentity key = BackupKey.NewIdentity.make();
        Path foreign = temp.resolve("foreign.age");
        Process age = new ProcessBuilder("age", "-r", key.recipient().text(), "-o", foreign.toString()).start();
        age.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        age.getOutputStream().close();
        assertThat(age.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> Backups.verify(foreign, key.identity()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no backup of Lintel");
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> backups("door").make(disk, new BackupKey.Passphrase("12345678901"), false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("fewer than 12 characters");
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void aMissingFolderIsADiskThatIsNotMounted() {
        assertThatThrownBy(() -> backups("door").make(temp.resolve("usb"), WORDS, false))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not there");
        assertThat(temp.resolve("usb")).doesNotExist();
    }

    @Test
    void everyDamageIsFound() throws IOException {
        PersonKeyStore people = PersonKeyStore.open(database, keys(data));
        database.write(sql -> people.make(sql, 7));
        byte[] whole =
                Files.readAllBytes(backups("door").make(disk, WORDS, false).file());
        RandomGenerator random = RandomGenerator.of("Xoshiro256PlusPlus");
        Path damaged = temp.resolve("damaged");
        for (int i = 0; i < 24; i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(i % 2 == 0 ? bytes.length : 768); // half of them in the two keys
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);

            assertThatThrownBy(() -> Backups.verify(damaged, WORDS))
                    .as("bit of byte %d", at)
                    .isInstanceOf(BackupException.class);
        }
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(damaged, java.util.Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Backups.verify(damaged, WORDS))
                    .as("%d bytes", length)
                    .isInstanceOf(BackupException.class);
        }
    }

    @Test
    void onlyThisBoxsOldestBackupsAreDeleted() {
        for (int day = 0; day < 4; day++) {
            backups("door").make(disk, WORDS, false);
            now = now.plus(Duration.ofDays(1));
        }
        backups("door.annex").make(disk, WORDS, false);

        assertThat(backups("door").prune(disk, 2)).isEqualTo(2);

        assertThat(backups("door").in(disk))
                .extracting(made -> made.made().toString())
                .containsExactly("2026-12-02T12:00:00Z", "2026-12-01T12:00:00Z");
        assertThat(backups("door.annex").in(disk)).hasSize(1);
    }

    @Test
    void whatARestoreReplacesIsKept() throws IOException {
        Backups.Made made = backups("door").make(disk, WORDS, false);
        note("after");
        Files.writeString(data.resolve("door-modes"), "locked down");
        StagedRestore restore = restore(data);
        stage(restore, made.file(), WORDS);

        assertThat(noted(data)).as("nothing changes before the start").containsExactly("before", "after");
        restore.apply();

        assertThat(noted(data)).containsExactly("before");
        assertThat(data.resolve("door-modes")).as("the backup has none").doesNotExist();
        Path before = data.resolve("before-restore-20261129T120000Z");
        assertThat(before.resolve("door-modes")).hasContent("locked down");
        assertThat(noted(before)).containsExactly("before", "after");
        assertThat(restore.apply()).as("once").isEmpty();
    }

    @Test
    void aRestoreThatIsInterruptedAnywhereIsGoneOnWith() throws IOException {
        Backups.Made made = backups("door").make(disk, WORDS, false);
        note("after");
        StagedRestore restore = restore(data);
        stage(restore, made.file(), WORDS);
        // As a cut has left it: everything set aside, one of the files moved.
        Path ready = data.resolve(StagedRestore.READY);
        Path before = Files.createDirectories(data.resolve("before-restore-20261129T120000Z"));
        for (String name : List.of("lintel.db", "lintel.db-wal", "lintel.db-shm", "settings.properties")) {
            if (Files.exists(data.resolve(name))) {
                Files.move(data.resolve(name), before.resolve(name));
            }
        }
        Files.createFile(ready.resolve(".cleared"));
        Files.move(ready.resolve("lintel.db"), data.resolve("lintel.db"));

        assertThat(restore.apply()).isPresent();

        assertThat(noted(data)).containsExactly("before");
        assertThat(data.resolve("settings.properties")).exists();
        assertThat(noted(before)).containsExactly("before", "after");
    }

    @Test
    void whatACutOffDeletionOrStagingHasLeftIsNeverRestored() throws IOException {
        note("after");
        for (String left : List.of(StagedRestore.DISCARDED, StagedRestore.INCOMPLETE)) {
            write(Files.createDirectory(data.resolve(left)).resolve("box.key"), "a key in the clear");
        }
        StagedRestore restore = restore(data);

        assertThat(restore.apply()).isEmpty();

        assertThat(noted(data)).containsExactly("before", "after");
        assertThat(data.resolve(StagedRestore.DISCARDED)).doesNotExist();
        assertThat(data.resolve(StagedRestore.INCOMPLETE)).doesNotExist();
    }

    @Test
    void aStagedBackupThatIsTakenBackIsGone() throws IOException {
        Backups.Made made = backups("door").make(disk, WORDS, false);
        StagedRestore restore = restore(data);
        stage(restore, made.file(), WORDS);

        restore.cancel();

        assertThat(restore.waiting()).isEmpty();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("restore."));
        }
    }

    @Test
    void aBackupOfSomethingElseIsNotStaged() {
        Backups.Made made = backups("door").make(disk, WORDS, false);
        StagedRestore demo = new StagedRestore(
                temp.resolve("demo"), "demo.db", keys(temp.resolve("demo")), InstantSource.fixed(now));

        assertThatThrownBy(() -> stage(demo, made.file(), WORDS))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("this box uses demo.db");
        assertThat(demo.waiting()).isEmpty();
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() {
        DataFolder folder = new DataFolder(data, "lintel.db");

        assertThat(Stream.of(
                        "../x",
                        "/etc/passwd",
                        "a/../../x",
                        "",
                        "tls/../lintel.db",
                        "restore.ready/x",
                        ".info",
                        "a\\b",
                        "lintel.db-wal",
                        "other.db",
                        "tls/",
                        "./x",
                        "uploads/x"))
                .noneMatch(folder::takes);
        assertThat(Stream.of("lintel.db", "tls/key.pem", "settings.properties", "snapshots/1.jpg"))
                .allMatch(folder::takes);
    }

    private static BoxKeyFiles keys(Path data) {
        return new BoxKeyFiles(data.resolveSibling(data.getFileName() + "-keys").resolve("lintel.key"), List.of());
    }

    private Backups backups(String box) {
        return new Backups(database::copyTo, keys(data), data, "lintel.db", box, "0.1.0", () -> now);
    }

    private StagedRestore restore(Path folder) {
        return new StagedRestore(
                folder, "lintel.db", keys(folder), InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z")));
    }

    private static void stage(StagedRestore restore, Path file, BackupKey.Opening key) {
        try {
            restore.stage(new ByteArrayInputStream(Files.readAllBytes(file)), key);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void note(String word) {
        database.write(sql -> sql.update("INSERT INTO noted VALUES (?)", word));
    }

    private static List<String> noted(Path folder) {
        try (TestDatabase there = TestDatabase.open(folder.resolve("lintel.db"))) {
            return there.database()
                    .read(sql -> sql.list("SELECT word FROM noted ORDER BY rowid", row -> row.getString(1)));
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList());
        }
    }

    private static boolean hasAge() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age")));
    }
}
