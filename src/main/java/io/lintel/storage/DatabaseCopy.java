package io.lintel.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database file as it is, without opening it as a door does: nothing is migrated, checked or written. */
public final class DatabaseCopy {

    private DatabaseCopy() {}

    /**
     * Reads the whole file and looks for damage.
     *
     * @throws StorageException if it is no database of ours, damaged, or of a newer Lintel
     */
    public static void check(Path file) {
        try {
            read(file, sql -> requireOurs(file, sql));
        } catch (SQLException e) {
            throw StorageException.of(e, file);
        }
    }

    /**
     * The same more thoroughly: indexes and references between the tables too.
     *
     * @return whether its tables are this Lintel's; false for those of an older one, which the next start brings up to date
     * @throws StorageException as {@link #check}
     */
    public static boolean checkThoroughly(Path file) {
        try {
            return read(file, sql -> {
                boolean current = requireOurs(file, sql) == Schema.NEWEST;
                requireWhole(
                        file,
                        sql.first("PRAGMA integrity_check(1)", row -> row.getString(1))
                                .filter(verdict -> !verdict.equals("ok")));
                requireWhole(
                        file,
                        sql.first(
                                "PRAGMA foreign_key_check",
                                row -> "a row of " + row.getString(1) + " refers to one of " + row.getString(3)
                                        + " that is not there"));
                return current;
            });
        } catch (SQLException e) {
            throw StorageException.of(e, file);
        }
    }

    private static void requireWhole(Path file, Optional<String> fault) {
        if (fault.isPresent()) {
            throw new StorageException(StorageFault.DAMAGED, file, fault.get());
        }
    }

    /** Runs reads. */
    public static <T> T read(Path file, SqlWork<T> work) throws SQLException {
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(readOnly);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().normalize());
        try (Connection connection = source.getConnection()) {
            return work.run(new Sql(connection));
        }
    }

    /** Runs a change of a copy that nobody else uses. What it deletes is overwritten, and no journal of it lies on the disk. */
    public static <T> T write(Path file, SqlWork<T> work) throws SQLException {
        SQLiteConfig scratch = new SQLiteConfig();
        scratch.enforceForeignKeys(true);
        scratch.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        scratch.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        SQLiteDataSource source = new SQLiteDataSource(scratch);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().normalize());
        try (Connection connection = source.getConnection()) {
            return Transaction.WRITING.run(connection, work);
        }
    }

    private static long requireOurs(Path file, Sql sql) throws SQLException {
        String verdict =
                sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
        if (!verdict.equals("ok")) {
            throw new StorageException(StorageFault.DAMAGED, file, verdict);
        }
        long version = sql.number("PRAGMA user_version");
        if (version > Schema.NEWEST) {
            throw new StorageException(
                    StorageFault.TOO_NEW, file, "schema " + version + ", this Lintel knows up to " + Schema.NEWEST);
        }
        if (version == 0) {
            throw new StorageException(StorageFault.DAMAGED, file, "it is not a database of Lintel");
        }
        return version;
    }
}
