package io.lintel.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The version of the tables, kept in {@code PRAGMA user_version}: a database that is up to date starts without Flyway, and
 * one from the future is refused before anything is touched.
 */
final class Schema {

    /** The number of the newest file in {@code db/migration}; a test keeps the two together. */
    static final int NEWEST = 111;

    private Schema() {}

    static void bringUpToDate(Database database, Path file, Runnable migration) {
        if (isCurrent(database, file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            // Another process may have migrated while this one waited for the lock; Flyway has none of its own on
            // SQLite.
            if (lock.isValid() && !isCurrent(database, file)) {
                migration.run();
                database.write(sql -> sql.update("PRAGMA user_version = " + NEWEST));
            }
        } catch (IOException e) {
            throw new StorageException(StorageFault.CANNOT_OPEN, file, e);
        } catch (RuntimeException e) {
            throw StorageFault.of(e) == StorageFault.REFUSED && !(e instanceof StorageException)
                    ? new StorageException(StorageFault.MIGRATION_FAILED, file, e)
                    : StorageException.of(e, file);
        }
    }

    private static boolean isCurrent(Database database, Path file) {
        long version = database.read(sql -> sql.number("PRAGMA user_version"));
        if (version > NEWEST) {
            throw new StorageException(
                    StorageFault.TOO_NEW, file, "schema " + version + ", this Lintel knows up to " + NEWEST);
        }
        return version == NEWEST;
    }
}
