package io.lintel.audit.chain;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the chain's tables, in the transactions of those who write the log's. */
public final class ChainStore {

    /** Columns of a row in the order that {@link #row} reads. */
    static final String ROW = "e.seq, e.at, e.kind, e.reason, e.person, e.actor, e.details";

    /** Columns of a tombstone in the order that {@link #tombstone} reads. */
    static final String TOMBSTONE = "first, last, removed, before, after, at, key, signature";

    private static final String INSERT = "INSERT INTO audit_chain (seq, salts, hash) VALUES (?, ?, ?)";

    /** A place in the chain. */
    record Place(long seq, byte[] hash) {}

    private ChainStore() {}

    /**
     * Chains a row that has just been written, in its transaction.
     *
     * @param salt 16 random bytes
     */
    public static void append(Sql sql, StoredRow row, byte[] salt) throws SQLException {
        byte[] hash = RowHash.link(newest(sql).hash(), RowHash.content(row, salt, null));
        sql.update(INSERT, row.seq(), salt, hash);
    }

    /** The newest chained row; after retention took all of them, the last that it took. */
    static Place newest(Sql sql) throws SQLException {
        Optional<Place> row =
                sql.first("SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1", ChainStore::place);
        return row.isPresent() ? row.get() : lastRemoved(sql);
    }

    private static Place lastRemoved(Sql sql) throws SQLException {
        return sql.first("SELECT last, after FROM audit_tombstone ORDER BY last DESC LIMIT 1", ChainStore::place)
                .orElse(new Place(0, RowHash.none()));
    }

    /** The hash of a row; empty if it is not in the chain. */
    static Optional<byte[]> hash(Sql sql, long seq) throws SQLException {
        return sql.first("SELECT hash FROM audit_chain WHERE seq = ?", row -> row.getBytes(1), seq);
    }

    static Optional<byte[]> hashOf(Database database, long seq) {
        return database.read(sql -> hash(sql, seq));
    }

    /** Whether retention has deleted a row. */
    static boolean isRemoved(Sql sql, long seq) throws SQLException {
        return seq <= lastRemoved(sql).seq();
    }

    /** Whether rows from before there was a chain wait to be chained. */
    static boolean isBehind(Sql sql) throws SQLException {
        return unchained(sql, 1).size() > 0;
    }

    /**
     * Chains the oldest of the rows that were written before there was a chain.
     *
     * @return whether there are more
     */
    static boolean chainOld(Sql sql, int most, java.util.function.Supplier<byte[]> salt) throws SQLException {
        List<StoredRow> rows = unchained(sql, most);
        List<@Nullable Object[]> chained = new ArrayList<>();
        byte[] before = newest(sql).hash();
        for (StoredRow row : rows) {
            byte[] salts = salt.get();
            before = RowHash.link(before, RowHash.content(row, salts, null));
            chained.add(new Object[] {row.seq(), salts, before});
        }
        sql.updateAll(INSERT, chained);
        return rows.size() == most;
    }

    private static List<StoredRow> unchained(Sql sql, int most) throws SQLException {
        return sql.list(
                "SELECT " + ROW + " FROM audit_event e"
                        + " WHERE e.seq > (SELECT coalesce(max(seq), 0) FROM audit_chain)"
                        + " AND e.seq > (SELECT coalesce(max(last), 0) FROM audit_tombstone)"
                        + " AND e.seq <= (SELECT unchained_to FROM audit_chain_start) ORDER BY e.seq LIMIT ?",
                ChainStore::row,
                most);
    }

    static ChainCheckpoint checkpoint(Database database, long at, String cause, AuditKey key) {
        return database.write(sql -> checkpoint(sql, at, cause, key));
    }

    /** Signs what there is now. */
    static ChainCheckpoint checkpoint(Sql sql, long at, String cause, AuditKey key) throws SQLException {
        Place newest = newest(sql);
        long id = newestCheckpoint(sql).map(ChainCheckpoint::id).orElse(0L) + 1;
        Signed signed = key.sign(ChainCheckpoint.statement(id, newest.seq(), newest.hash(), at, cause));
        sql.update(
                "INSERT INTO audit_checkpoint (id, seq, hash, at, cause, key, signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                newest.seq(),
                newest.hash(),
                at,
                cause,
                signed.key(),
                signed.signature());
        return new ChainCheckpoint(id, newest.seq(), newest.hash(), at, cause, signed);
    }

    static Optional<ChainCheckpoint> newestCheckpoint(Sql sql) throws SQLException {
        return sql.first(
                "SELECT id, seq, hash, at, cause, key, signature FROM audit_checkpoint ORDER BY id DESC LIMIT 1",
                ChainStore::checkpoint);
    }

    /** @return the first checkpoint above an id */
    static Optional<ChainCheckpoint> checkpointAfter(Sql sql, long id) throws SQLException {
        return sql.first(
                "SELECT id, seq, hash, at, cause, key, signature FROM audit_checkpoint WHERE id > ? ORDER BY id LIMIT 1",
                ChainStore::checkpoint,
                id);
    }

    /**
     * Leaves the tombstone of rows that retention is about to delete, in its transaction, and deletes their part of the chain.
     *
     * @param last the last of them
     */
    public static void bury(Sql sql, long last, long at, AuditKey key) throws SQLException {
        Place gone = lastRemoved(sql);
        Place end = sql.first(
                        "SELECT seq, hash FROM audit_chain WHERE seq <= ? ORDER BY seq DESC LIMIT 1",
                        ChainStore::place,
                        last)
                .orElse(gone);
        long removed = sql.number("SELECT count(*) FROM audit_event WHERE seq <= ?", last);
        bury(
                sql,
                new Tombstone(
                        gone.seq() + 1,
                        last,
                        removed,
                        gone.hash(),
                        end.hash(),
                        at,
                        signs(key, gone, last, removed, end, at)));
        sql.update("DELETE FROM audit_chain WHERE seq <= ?", last);
        sql.update("DELETE FROM audit_erasure WHERE seq <= ?", last);
        sql.update("DELETE FROM audit_checkpoint WHERE seq < ? AND id < (SELECT max(id) FROM audit_checkpoint)", last);
    }

    /** The tombstone of rows that went before there was a chain, where there is none yet. */
    static void buryWhatWentBefore(Sql sql, long at, AuditKey key) throws SQLException {
        long purged = sql.number("SELECT purged_to FROM audit_retention");
        if (purged > 0 && sql.number("SELECT count(*) FROM audit_tombstone") == 0) {
            Place none = new Place(0, RowHash.none());
            bury(sql, new Tombstone(1, purged, 0, none.hash(), none.hash(), at, signs(key, none, purged, 0, none, at)));
        }
    }

    private static Signed signs(AuditKey key, Place gone, long last, long removed, Place end, long at) {
        return key.sign(Tombstone.statement(gone.seq() + 1, last, removed, gone.hash(), end.hash(), at));
    }

    private static void bury(Sql sql, Tombstone stone) throws SQLException {
        sql.update(
                "INSERT INTO audit_tombstone (last, first, removed, before, after, at, key, signature)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                stone.last(),
                stone.first(),
                stone.removed(),
                stone.before(),
                stone.after(),
                stone.at(),
                stone.signed().key(),
                stone.signed().signature());
    }

    /** Chains rows from before there was a chain, in short writes; an interrupted one goes on at the next start. */
    public static void chainOld(Database database, java.util.function.Supplier<byte[]> salt) {
        boolean more = database.read(ChainStore::isBehind);
        while (more) {
            more = database.write(sql -> chainOld(sql, 2000, salt));
        }
    }

    /** Values as they are stored, whatever the column should hold. */
    static StoredRow row(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                value(row, 2),
                value(row, 3),
                value(row, 4),
                value(row, 5),
                value(row, 6),
                value(row, 7));
    }

    static ChainCheckpoint checkpoint(ResultSet row) throws SQLException {
        return new ChainCheckpoint(
                row.getLong(1),
                row.getLong(2),
                row.getBytes(3),
                row.getLong(4),
                row.getString(5),
                new Signed(row.getBytes(6), row.getBytes(7)));
    }

    static Tombstone tombstone(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getLong(6),
                new Signed(row.getBytes(7), row.getBytes(8)));
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return row.getObject(column);
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong(1), row.getBytes(2));
    }
}
