package io.lintel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopyTest {

    @TempDir
    Path folder;

    private int files;

    @Test
    void aWholeDatabaseIsCurrent() throws SQLException {
        assertThat(DatabaseCopy.checkThoroughly(database())).isTrue();
    }

    @Test
    void aReferenceThatLeadsNowhereIsFound() throws SQLException {
        Path file = database("PRAGMA foreign_keys = OFF", "INSERT INTO person_visit (person, last) VALUES (4711, 0)");

        assertThatThrownBy(() -> DatabaseCopy.checkThoroughly(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("a row of person_visit refers to one of person that is not there");
    }

    @Test
    void aFileThatWasOverwrittenIsFound() throws SQLException, IOException {
        Path file = database();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < 8192; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> DatabaseCopy.checkThoroughly(file)).isInstanceOf(StorageException.class);
    }

    @Test
    void anOlderSchemaIsToldAndANewerOneRefused() throws SQLException {
        assertThat(DatabaseCopy.checkThoroughly(database("PRAGMA user_version = " + (Schema.NEWEST - 1))))
                .isFalse();
        assertThatThrownBy(() -> DatabaseCopy.checkThoroughly(database("PRAGMA user_version = " + (Schema.NEWEST + 1))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("schema " + (Schema.NEWEST + 1));
    }

    private Path database(String... statements) throws SQLException {
        Path file = folder.resolve("lintel" + ++files + ".db");
        try (TestDatabase opened = TestDatabase.open(file)) {
            for (String statement : statements) {
                opened.execute(statement);
            }
            opened.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return file;
    }
}
