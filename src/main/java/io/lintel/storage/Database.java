package io.lintel.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lintel's one SQLite file. A write is on the disk when {@link #write} returns (WAL, synchronous=FULL: about 3 ms); reads
 * never wait for writes. Thread-safe; every call takes a connection of the pool for its own time only.
 */
public final class Database {

    /** How long a writer waits for the other writers of this process. */
    private static final long WRITER_WAIT_SECONDS = 10;

    /** Below this, health says that the disk is all but full: room for some 10,000 audit rows. */
    private static final long MINIMUM_FREE_BYTES = 16L << 20;

    /** Up to this size the whole file is checked at every start: at most some 0.2 s. */
    private static final long CHECKED_AT_START_BYTES = 16L << 20;

    private final DataSource source;
    private final DatabaseFile file;
    // Fair, so that an audit row never starves behind a bulk import; SQLite itself would poll with growing sleeps.
    private final ReentrantLock writer = new ReentrantLock(true);
    private volatile @Nullable StorageException lastFault;
    private volatile @Nullable StorageException damage;
    private @Nullable Object identity;

    private Database(DataSource source, DatabaseFile file) {
        this.source = source;
        this.file = file;
    }

    /** The JDBC URL with every setting that {@link #open} asserts. */
    public static String jdbcUrl(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().normalize() + "?" + Pragmas.asUrlParameters();
    }

    /**
     * Checks the file and the connection's settings, and migrates an older file.
     *
     * @param source connections made with {@link #jdbcUrl}; pooled by the caller
     * @param path the file that these connections must turn out to have open
     * @param migration brings an older file to the newest schema; not run when there is nothing to do
     * @throws StorageException if the file is not fit for use; says why and what to do
     */
    public static Database open(DataSource source, Path path, Runnable migration) {
        DatabaseFile file = new DatabaseFile(path);
        file.prepare();
        Database database = new Database(source, file);
        database.read(database::checkSettings);
        if (file.size() <= CHECKED_AT_START_BYTES) {
            database.checkWhole();
        }
        Schema.bringUpToDate(database, file.path(), migration);
        database.write(Database::touch); // a read-only file shows here and not at the door; BEGIN IMMEDIATE hides it
        database.identity = file.identity();
        return database;
    }

    /** The file, for what belongs beside it. */
    public Path path() {
        return file.path();
    }

    /** Runs reads that see one state of the database. */
    public <T> T read(SqlWork<T> work) {
        try (Connection connection = source.getConnection()) {
            return Transaction.READING.run(connection, work);
        } catch (SQLException e) {
            throw remember(StorageException.of(e, file.path()));
        }
    }

    /**
     * Runs writes, all or none, durable on return.
     *
     * @throws StorageException if they could not be written
     */
    public <T> T write(SqlWork<T> work) {
        lockWriter();
        try (Connection connection = source.getConnection()) {
            file.requireWritable();
            T result = Transaction.WRITING.run(connection, work);
            lastFault = null;
            return result;
        } catch (StorageException e) {
            throw remember(e);
        } catch (SQLException e) {
            throw remember(StorageException.of(e, file.path()));
        } finally {
            writer.unlock();
        }
    }

    /**
     * Moves the write-ahead log into the file and empties it, so that overwritten data is gone from the log as well.
     *
     * @return false when a reader was in the way for longer than half a second; the next checkpoint will do it
     */
    public boolean emptyLog() {
        return alone(Upkeep::emptyLog);
    }

    /**
     * Writes the file anew, without free pages, and empties the log: nothing that was deleted or overwritten is left in them. Takes as much
     * free disk space as the file has, and holds up the writers: some 10 ms a megabyte.
     *
     * @return false when a reader was in the way, so that old pages may be left in the log
     * @throws StorageException if it could not be done; the file is as it was
     */
    public boolean writeAnew() {
        return alone(Upkeep::writeAnew);
    }

    private boolean alone(Upkeep upkeep) {
        lockWriter();
        try (Connection connection = source.getConnection()) {
            return upkeep.run(connection);
        } catch (SQLException e) {
            throw remember(StorageException.of(e, file.path()));
        } finally {
            writer.unlock();
        }
    }

    /**
     * Writes one state of the whole database into a new file, while others go on reading and writing. What was deleted is not in it: the
     * copy has no free pages.
     *
     * @param copy does not exist yet; only its owner may read it
     * @throws StorageException if it could not be written
     */
    public void copyTo(Path copy) {
        new DatabaseFile(copy).prepare();
        try (Connection connection = source.getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw StorageException.of(e, copy);
        }
    }

    /**
     * Finds out whether writes would succeed now. Costs no disk write while all is well, and sees no disk that only fails
     * when written; after a failed write it writes one row, so that health recovers as soon as the disk does.
     */
    public StorageHealth health() {
        return health(lastFault != null);
    }

    /** As {@link #health()}, by writing one row. */
    public StorageHealth healthByWriting() {
        return health(true);
    }

    private StorageHealth health(boolean byWriting) {
        StorageException known = damage;
        if (known != null) {
            return StorageHealth.failing(known);
        }
        try {
            if (identity != null && !identity.equals(file.identity())) {
                return StorageHealth.failing(new StorageException(StorageFault.REPLACED, file.path(), "other inode"));
            }
            long free = file.freeBytes();
            if (free < MINIMUM_FREE_BYTES) {
                return StorageHealth.failing(
                        new StorageException(StorageFault.FULL, file.path(), (free >> 20) + " MiB left on its disk"));
            }
            write(sql -> byWriting ? touch(sql) : 0);
            return StorageHealth.OK;
        } catch (StorageException e) {
            return StorageHealth.failing(e);
        }
    }

    /**
     * Reads the whole file and looks for damage: some 10 ms a megabyte, without holding up anybody. {@link #open} does it for a
     * small file; for a large one it is to be called in the background after the start.
     *
     * @throws StorageException if the file is damaged; health fails from then on
     */
    public void checkWhole() {
        String verdict = read(sql ->
                sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer"));
        if (!"ok".equals(verdict)) {
            throw remember(new StorageException(StorageFault.DAMAGED, file.path(), verdict));
        }
    }

    private static int touch(Sql sql) throws SQLException {
        return sql.update("UPDATE storage_probe SET writes = writes + 1");
    }

    private String checkSettings(Sql sql) throws SQLException {
        String actual = sql.first("SELECT file FROM pragma_database_list WHERE name = 'main'", row -> row.getString(1))
                .orElse("");
        if (!file.isSameAs(actual)) {
            throw new StorageException(
                    StorageFault.MISCONFIGURED, file.path(), "the connections have '" + actual + "' open instead");
        }
        List<String> broken = Pragmas.broken(sql);
        if (!broken.isEmpty()) {
            throw new StorageException(StorageFault.MISCONFIGURED, file.path(), String.join(", ", broken));
        }
        return actual;
    }

    private void lockWriter() {
        try {
            if (!writer.tryLock(WRITER_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new StorageException(
                        StorageFault.LOCKED,
                        file.path(),
                        "a write has been going on for " + WRITER_WAIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(StorageFault.LOCKED, file.path(), "interrupted while waiting to write");
        }
    }

    private StorageException remember(StorageException failure) {
        if (failure.fault() == StorageFault.DAMAGED) {
            damage = failure;
        } else if (failure.fault().isLasting()) {
            lastFault = failure;
        }
        return failure;
    }
}
