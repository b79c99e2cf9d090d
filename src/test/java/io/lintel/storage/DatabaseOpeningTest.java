package io.lintel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class DatabaseOpeningTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = folder.resolve("state/lintel.db");
    }

    @Test
    void makesFolderFileAndTables() {
        try (TestDatabase fresh = TestDatabase.open(file)) {
            long tables = fresh.database()
                    .read(sql ->
                            sql.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('person', 'audit_event')"));
            assertThat(tables).isEqualTo(2);
        }
    }

    @Test
    void aNewFileIsReadableByItsOwnerOnly() throws IOException {
        TestDatabase.open(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anUpToDateFileStartsWithoutMigrating() {
        TestDatabase.open(file).close();
        AtomicInteger migrations = new AtomicInteger();

        Database.open(source(Database.jdbcUrl(file)), file, migrations::incrementAndGet);

        assertThat(migrations).hasValue(0);
    }

    @Test
    void theNewestSchemaIsTheNewestMigration() throws Exception {
        Path migrations = Path.of(Database.class.getResource("/db/migration").toURI());
        try (Stream<Path> files = Files.list(migrations)) {
            int newest = files.map(path -> path.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(Schema.NEWEST).isEqualTo(newest);
        }
    }

    @Test
    void aFileOfANewerLintelIsRefusedUntouched() throws SQLException {
        try (TestDatabase future = TestDatabase.open(file)) {
            future.execute("PRAGMA user_version = 4711");
        }

        assertFault(StorageFault.TOO_NEW, () -> TestDatabase.open(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal_mode=DELETE",
                "synchronous=NORMAL",
                "foreign_keys=OFF",
                "busy_timeout=100",
                "secure_delete=OFF"
            })
    void aSettingThatIsNotInForceStopsTheStart(String wrong) {
        String key = wrong.substring(0, wrong.indexOf('='));
        String url = Database.jdbcUrl(file).replaceFirst(key + "=\\w+", wrong);

        assertFault(StorageFault.MISCONFIGURED, () -> TestDatabase.open(file, url))
                .hasMessageContaining(key);
    }

    @Test
    void aMisspeltSettingThatBecomesPartOfTheFileNameStopsTheStart() {
        String url = Database.jdbcUrl(file).replace("journal_mode", "journal_mod");

        assertFault(StorageFault.MISCONFIGURED, () -> TestDatabase.open(file, url))
                .hasMessageContaining("journal_mod=WAL");
    }

    @Test
    void aQuestionMarkInTheFileNameIsRefused() {
        assertFault(StorageFault.MISCONFIGURED, () -> TestDatabase.open(folder.resolve("what?.db")));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "this was somebody's diary, now it is in the way of a database");

        assertFault(StorageFault.NOT_A_DATABASE, () -> TestDatabase.open(file));
    }

    @Test
    void aFolderInsteadOfAFileIsRefused() throws IOException {
        Files.createDirectories(file);

        assertFault(StorageFault.CANNOT_OPEN, () -> TestDatabase.open(file));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        TestDatabase.open(file).close();
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
            pages.seek(2 * 4096);
            pages.write(new byte[6 * 4096]);
        }

        assertFault(StorageFault.DAMAGED, () -> TestDatabase.open(file))
                .satisfies(e -> assertThat(((StorageException) e).remedy()).contains(file.toString()));
    }

    @Test
    void damageFarInsideALargeFileIsFoundByTheCheckAfterTheStart() throws Exception {
        try (TestDatabase large = TestDatabase.open(file)) {
            large.execute("CREATE TABLE ballast (content BLOB NOT NULL) STRICT");
            large.execute("INSERT INTO ballast VALUES (zeroblob(20000000))");
        }
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
            pages.seek(10_000 / 4 * 4096);
            pages.write(new byte[] {1, 2, 3, 4});
        }

        try (TestDatabase large = TestDatabase.open(file)) {
            assertThat(large.database().health().ok()).isTrue();
            assertFault(StorageFault.DAMAGED, () -> large.database().checkWhole());
            assertThat(large.database().health().ok()).isFalse();
        }
    }

    @Test
    void aFileThatTakesNoWritesIsRefused() {
        TestDatabase.open(file).close();
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);

        assertFault(
                StorageFault.READ_ONLY, () -> Database.open(source(readOnly, Database.jdbcUrl(file)), file, () -> {}));
    }

    @Test
    void aMigrationThatFailsSaysSo() {
        assertFault(
                        StorageFault.MIGRATION_FAILED,
                        () -> Database.open(source(Database.jdbcUrl(file)), file, () -> {
                            throw new IllegalStateException("checksum mismatch");
                        }))
                .hasMessageContaining("checksum mismatch");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFault(
            StorageFault fault, ThrowingCallable opening) {
        return assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static SQLiteDataSource source(String url) {
        return source(new SQLiteConfig(), url);
    }

    /** This class, unlike the driver, lets its own default of 3 s win over the URL's busy_timeout. */
    private static SQLiteDataSource source(SQLiteConfig settings, String url) {
        settings.setBusyTimeout(5000);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl(url);
        return source;
    }
}
