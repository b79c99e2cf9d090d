package io.lintel.audit.chain;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the log with its chain. */
final class VerificationStore {

    private static final String EVERYTHING = "SELECT " + ChainStore.ROW
            + ", c.salts, c.hash, s.seq IS NOT NULL, r.seq, r.fields, r.digests, r.at, r.key, r.signature"
            + " FROM audit_event e LEFT JOIN audit_chain c ON c.seq = e.seq"
            + " LEFT JOIN audit_clock_step s ON s.seq = e.seq LEFT JOIN audit_erasure r ON r.seq = e.seq"
            + " WHERE e.seq >= ? ORDER BY e.seq LIMIT ?";

    /**
     * What the tables say about themselves.
     *
     * @param newestInChain 0 for none
     * @param purgedTo how far retention may delete
     * @param newestGiven the newest number that was ever given to a row
     * @param clockSteps how many places the clock was set back
     * @param atHead the hash that the chain has where the head is; null if none
     */
    record Counters(long newestInChain, long purgedTo, long newestGiven, long clockSteps, byte @Nullable [] atHead) {}

    private final Sql sql;
    private final LogVisitor visitor;
    private @Nullable ChainCheckpoint next;
    private long previous;

    private VerificationStore(Sql sql, LogVisitor visitor) {
        this.sql = sql;
        this.visitor = visitor;
    }

    /**
     * Shows everything, in one read of the database and in constant memory.
     *
     * @param head the row that the head is about
     */
    static Counters readAll(Database database, LogVisitor visitor, long head) {
        return database.read(sql -> new VerificationStore(sql, visitor).readAll(head));
    }

    private Counters readAll(long head) throws SQLException {
        sql.each("PRAGMA integrity_check(5)", row -> {
            if (!"ok".equals(row.getString(1))) {
                visitor.damage(row.getString(1));
            }
            return true;
        });
        sql.each("SELECT " + ChainStore.TOMBSTONE + " FROM audit_tombstone ORDER BY last", row -> {
            Tombstone stone = ChainStore.tombstone(row);
            previous = stone.last();
            visitor.tombstone(stone);
            return true;
        });
        next = ChainStore.checkpointAfter(sql, Long.MIN_VALUE).orElse(null);
        sql.each(EVERYTHING, this::show, Long.MIN_VALUE, Long.MAX_VALUE);
        showCheckpointsTo(Long.MAX_VALUE);
        return new Counters(
                sql.number("SELECT coalesce(max(seq), 0) FROM audit_chain"),
                sql.number("SELECT coalesce(max(purged_to), 0) FROM audit_retention"),
                sql.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit_event'"),
                sql.number("SELECT count(*) FROM audit_clock_step"),
                ChainStore.hash(sql, head).orElse(null));
    }

    private boolean show(ResultSet columns) throws SQLException {
        ChainedRow row = chained(columns);
        showCheckpointsTo(row.seq() - 1);
        Optional<ChainStore.Place> before = row.seq() == previous + 1
                ? Optional.empty()
                : sql.first(
                        "SELECT seq, hash FROM audit_chain WHERE seq < ? ORDER BY seq DESC LIMIT 1",
                        ChainStore::place,
                        row.seq());
        visitor.row(row, before.orElse(null));
        previous = row.seq();
        return true;
    }

    private void showCheckpointsTo(long seq) throws SQLException {
        while (next != null && next.seq() <= seq) {
            visitor.checkpoint(next, ChainStore.hash(sql, next.seq()).orElse(null));
            next = ChainStore.checkpointAfter(sql, next.id()).orElse(null);
        }
    }

    /** At most so many rows, from one on. */
    static List<ChainedRow> rows(Database database, long from, int most) {
        return database.read(sql -> sql.list(EVERYTHING, VerificationStore::chained, from, most));
    }

    /** All tombstones, the oldest first. */
    static List<Tombstone> tombstones(Database database) {
        return database.read(sql -> sql.list(
                "SELECT " + ChainStore.TOMBSTONE + " FROM audit_tombstone ORDER BY last", ChainStore::tombstone));
    }

    /** The first checkpoint above an id. */
    static Optional<ChainCheckpoint> checkpointAfter(Database database, long id) {
        return database.read(sql -> ChainStore.checkpointAfter(sql, id));
    }

    private static ChainedRow chained(ResultSet row) throws SQLException {
        row.getLong(11);
        @Nullable Erasure erasure = row.wasNull() ? null : ErasureStore.read(row, 11);
        return new ChainedRow(ChainStore.row(row), row.getBytes(8), row.getBytes(9), erasure, row.getBoolean(10));
    }
}
