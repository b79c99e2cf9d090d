package io.lintel.audit.chain;

import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Erases personal fields of rows: the row stays in the chain, what was in the field and its salt are gone. */
public final class ErasureStore {

    private ErasureStore() {}

    /**
     * Erases fields of a row, in one transaction with whatever says so in the log.
     *
     * @return false if there is no such row
     */
    public static boolean erase(Sql sql, long seq, Set<PersonalField> fields, long at, AuditKey key)
            throws SQLException {
        Optional<StoredRow> found =
                sql.first("SELECT " + ChainStore.ROW + " FROM audit_event e WHERE e.seq = ?", ChainStore::row, seq);
        Optional<byte[]> salts = sql.first("SELECT salts FROM audit_chain WHERE seq = ?", row -> row.getBytes(1), seq);
        if (found.isEmpty() || salts.isEmpty()) {
            return false;
        }
        Optional<Erasure> earlier = find(sql, seq);
        int erased = earlier.map(Erasure::fields).orElse(0);
        byte[] digests = RowHash.digests(found.get(), salts.get(), earlier.orElse(null));
        byte[] kept = RowHash.everySalt(salts.get()).clone();
        for (PersonalField field : fields) {
            erased |= field.bit();
            int from = field.ordinal() * RowHash.SALT_LENGTH;
            Arrays.fill(kept, from, from + RowHash.SALT_LENGTH, (byte) 0);
        }
        Signed signed = key.sign(Erasure.statement(seq, erased, digests, at));
        sql.update(
                "INSERT OR REPLACE INTO audit_erasure (seq, fields, digests, at, key, signature) VALUES (?, ?, ?, ?, ?, ?)",
                seq,
                erased,
                digests,
                at,
                signed.key(),
                signed.signature());
        sql.update("UPDATE audit_chain SET salts = ? WHERE seq = ?", kept, seq);
        for (PersonalField field : fields) {
            switch (field) {
                case PERSON -> sql.update("UPDATE audit_event SET person = NULL WHERE seq = ?", seq);
                case ACTOR -> sql.update("UPDATE audit_event SET actor = ? WHERE seq = ?", StoredRow.ERASED_ACTOR, seq);
                case DETAILS ->
                    sql.update("UPDATE audit_event SET details = ? WHERE seq = ?", StoredRow.ERASED_DETAILS, seq);
            }
        }
        return true;
    }

    static Optional<Erasure> find(Sql sql, long seq) throws SQLException {
        return sql.first(
                "SELECT seq, fields, digests, at, key, signature FROM audit_erasure WHERE seq = ?",
                row -> read(row, 1),
                seq);
    }

    /** @param first the column of its seq; the others follow */
    static Erasure read(ResultSet row, int first) throws SQLException {
        return new Erasure(
                row.getLong(first),
                row.getInt(first + 1),
                row.getBytes(first + 2),
                row.getLong(first + 3),
                new Signed(row.getBytes(first + 4), row.getBytes(first + 5)));
    }
}
