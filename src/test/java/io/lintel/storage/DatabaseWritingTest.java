package io.lintel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseWritingTest {

    @TempDir
    Path folder;

    private Path file;
    private TestDatabase opened;
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        file = folder.resolve("lintel.db");
        opened = TestDatabase.open(file);
        database = opened.database();
        opened.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT");
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void aFailureHalfWayWritesNothing() {
        assertThatThrownBy(() -> database.write(sql -> {
                    sql.update("INSERT INTO note VALUES ('first')");
                    throw new IllegalStateException("stumbled");
                }))
                .hasMessage("stumbled");

        assertThat(notes()).isZero();
        assertThat(database.health().ok()).isTrue();
    }

    @Test
    void aRefusedStatementDoesNotMarkTheDatabaseUnhealthy() {
        assertThatThrownBy(() -> database.write(sql -> sql.update("INSERT INTO note VALUES (NULL)")))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageFault.REFUSED));

        assertThat(database.health()).isEqualTo(StorageHealth.OK);
    }

    @Test
    void aLongReadBlocksNoWrite() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> seen = reader.submit(() -> database.read(sql -> {
                sql.number("SELECT count(*) FROM note");
                reading.countDown();
                Awaitility.await().until(() -> written.getCount() == 0);
                return sql.number("SELECT count(*) FROM note");
            }));
            assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
            database.write(sql -> sql.update("INSERT INTO note VALUES ('meanwhile')"));
            written.countDown();

            assertThat(seen.get())
                    .as("the reader goes on to see the state it began with")
                    .isZero();
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void manyWritersAllGetTheirTurn() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                writers.submit(() -> database.write(sql -> sql.update("INSERT INTO note VALUES ('x')")));
            }
        }

        assertThat(notes()).isEqualTo(50);
    }

    @Test
    void aFullDiskIsSaidAndForgottenOnceThereIsRoom() throws SQLException {
        // One connection for all, as max_page_count belongs to a connection.
        try (Connection only = lone()) {
            Database full = Database.open(LoneConnection.of(only), file, () -> {});
            execute(only, "PRAGMA max_page_count = 1");

            assertThatThrownBy(() -> full.write(sql -> sql.update("INSERT INTO note VALUES (hex(randomblob(100000)))")))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageFault.FULL));
            execute(only, "PRAGMA max_page_count = 1000000");
            full.write(sql -> sql.update("INSERT INTO note VALUES (hex(randomblob(100000)))"));

            assertThat(full.health()).isEqualTo(StorageHealth.OK);
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void healthKeepsFailingWhileWritesDoAndRecoversByItself() throws SQLException {
        try (Connection only = lone()) {
            Database readOnly = Database.open(LoneConnection.of(only), file, () -> {});
            execute(only, "PRAGMA query_only = ON");
            assertThatThrownBy(() -> readOnly.write(sql -> sql.update("INSERT INTO note VALUES ('x')")))
                    .isInstanceOf(StorageException.class);

            assertThat(readOnly.health().ok()).isFalse();
            assertThat(readOnly.health().remedy()).contains("writable");
            execute(only, "PRAGMA query_only = OFF");

            assertThat(readOnly.health()).isEqualTo(StorageHealth.OK);
        }
    }

    @Test
    void aDeletedFileIsSeenByHealth() throws IOException {
        Files.move(file, folder.resolve("elsewhere.db"));

        assertThat(database.health().ok()).isFalse();
        assertThat(database.health().remedy()).contains("restart");
    }

    @Test
    void nothingIsWrittenIntoADeletedFile() throws IOException {
        Files.move(file, folder.resolve("elsewhere.db"));

        assertThatThrownBy(() -> database.write(sql -> sql.update("INSERT INTO note VALUES ('lost')")))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageFault.REPLACED));
    }

    /** A disk that became read-only under the open file took writes into the kernel's memory, and health saw nothing (vm-test). */
    @Test
    void aDiskThatBecameReadOnlyIsSeenBeforeAnythingIsWritten() throws Exception {
        String disk = folder.toString();
        assumeTrue(runs("mount", "--bind", disk, disk), "mounting is not allowed here: vm-test does it");
        try {
            assumeTrue(runs("mount", "-o", "remount,bind,ro", disk), "mounting is not allowed here: vm-test does it");

            assertThat(database.health().detail()).contains("read-only");
            assertThatThrownBy(() -> database.write(sql -> sql.update("INSERT INTO note VALUES ('lost')")))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageFault.READ_ONLY));
        } finally {
            runs("umount", "--lazy", disk);
        }

        assertThat(notes()).isZero();
        assertThat(database.health().ok()).isTrue();
    }

    private static boolean runs(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void anotherProgramsLockEndsInAClearErrorAndNotInAHang() throws SQLException {
        try (Connection other = lone()) {
            execute(other, "BEGIN IMMEDIATE");

            assertThatThrownBy(() -> database.write(sql -> sql.update("INSERT INTO note VALUES ('x')")))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.fault()).isEqualTo(StorageFault.LOCKED));
            execute(other, "ROLLBACK");
        }
        database.write(sql -> sql.update("INSERT INTO note VALUES ('x')"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void emptyingTheLogLeavesNothingOfADeletedRowInAnyFile() throws IOException {
        database.write(sql -> sql.update("INSERT INTO note VALUES ('a secret that must go away')"));
        database.write(sql -> sql.update("DELETE FROM note"));

        assertThat(database.emptyLog()).isTrue();

        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                assertThat(Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(each.toString())
                        .doesNotContain("a secret that must go away");
            }
        }
    }

    private long notes() {
        return database.read(sql -> sql.number("SELECT count(*) FROM note"));
    }

    private Connection lone() throws SQLException {
        return DriverManager.getConnection(Database.jdbcUrl(file));
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        Transaction.execute(connection, statement);
    }
}
