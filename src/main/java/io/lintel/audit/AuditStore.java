package io.lintel.audit;

import io.lintel.audit.chain.AuditKey;
import io.lintel.audit.chain.ChainStore;
import io.lintel.audit.chain.ErasureStore;
import io.lintel.audit.chain.PersonalField;
import io.lintel.audit.chain.StoredRow;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The log's tables. Thread-safe. */
final class AuditStore {

    /** How many rows a page looks at, where no index has the answer, before it hands over what it has found: some 20 ms. */
    private static final int ROWS_SEARCHED_A_PAGE = 5_000;

    private static final int GAPS_LISTED = 100;

    private final Database database;
    private final Supplier<byte[]> salt;

    /** @param salt gives 16 random bytes a row */
    AuditStore(Database database, Supplier<byte[]> salt) {
        this.database = database;
        this.salt = salt;
        ChainStore.chainOld(database, salt);
    }

    /** The only place where rows of the log are written. Reads the clock inside the transaction, so that the time rises with the number also among several writers. */
    AuditRow append(AuditEvent event, InstantSource clock) {
        byte[] fresh = salt.get();
        return database.write(sql -> append(sql, event, clock.millis(), fresh));
    }

    private static AuditRow append(Sql sql, AuditEvent event, long at, byte[] salt) throws SQLException {
        String kind = event.kind().name();
        long seq = sql.number(
                "INSERT INTO audit_event (at, kind, person, reason, actor, details) VALUES (?, ?, ?, ?, ?, ?)"
                        + " RETURNING seq",
                at,
                kind,
                event.person(),
                event.reason(),
                event.actor(),
                event.details());
        ChainStore.append(
                sql,
                new StoredRow(seq, at, kind, event.reason(), event.person(), event.actor(), event.details()),
                salt);
        return new AuditRow(seq, Instant.ofEpochMilli(at), event);
    }

    /** Erases fields of a row and says so in the log, both or neither. @return false if there is no such row */
    boolean erase(long seq, Set<PersonalField> fields, AuditEvent saying, InstantSource clock, AuditKey key) {
        byte[] fresh = salt.get();
        return database.write(sql -> {
            long at = clock.millis();
            boolean erased = ErasureStore.erase(sql, seq, fields, at, key);
            if (erased) {
                append(sql, saying, at, fresh);
            }
            return erased;
        });
    }

    AuditPage page(AuditFilter filter, long before, int size) {
        return database.read(sql -> {
            PageCollector page = PageCollector.newestFirst(filter, size, ROWS_SEARCHED_A_PAGE);
            List<SeqRange> ranges = AuditTimeStore.ranges(sql, filter.from(), filter.to());
            for (SeqRange range : ranges.reversed()) {
                SeqRange wanted = range.intersect(new SeqRange(1, before == Long.MIN_VALUE ? 0 : before - 1));
                if (!wanted.isEmpty() && page.wantsMore()) {
                    AuditQuery query = new AuditQuery(filter, wanted, true, page.limit());
                    sql.each(query.statement(), row -> page.look(row(row)), query.parameters());
                }
            }
            return page.page();
        });
    }

    AuditPage pageAfter(AuditFilter filter, long after, int size) {
        return database.read(sql -> {
            PageCollector page = PageCollector.oldestFirst(filter, size, ROWS_SEARCHED_A_PAGE);
            for (SeqRange range : AuditTimeStore.ranges(sql, filter.from(), filter.to())) {
                SeqRange wanted =
                        range.intersect(new SeqRange(after == Long.MAX_VALUE ? after : after + 1, Long.MAX_VALUE));
                if (!wanted.isEmpty() && page.wantsMore()) {
                    AuditQuery query = new AuditQuery(filter, wanted, false, page.limit());
                    sql.each(query.statement(), row -> page.look(row(row)), query.parameters());
                }
            }
            return page.page();
        });
    }

    Optional<AuditRow> row(long seq) {
        return database.read(sql -> sql.first(AuditQuery.ROW, AuditStore::row, seq));
    }

    long last() {
        return database.read(sql -> sql.number("SELECT coalesce(max(seq), 0) FROM audit_event"));
    }

    /** Rows above {@code after} in rising order, by the filter's best index only. */
    List<AuditRow> ascending(AuditFilter filter, SeqRange range, int limit) {
        AuditQuery query = new AuditQuery(filter, range, false, limit);
        return database.read(sql -> sql.list(query.statement(), AuditStore::row, query.parameters()));
    }

    List<SeqRange> ranges(AuditFilter filter) {
        return database.read(sql -> AuditTimeStore.ranges(sql, filter.from(), filter.to()));
    }

    /** The oldest rows that were all written before an instant. */
    SeqRange oldestBefore(Instant cutoff) {
        return database.read(sql -> {
            SeqRange all = AuditTimeStore.all(sql);
            long last = all.first() - 1;
            for (SeqRange range : AuditTimeStore.ranges(sql, null, cutoff)) {
                if (range.first() == last + 1) {
                    last = range.last();
                }
            }
            return new SeqRange(all.first(), last);
        });
    }

    /** Deletes the oldest rows; what stays of them is a signed tombstone. */
    int deleteUpTo(long seq, InstantSource clock, AuditKey key) {
        return database.write(sql -> {
            sql.update("UPDATE audit_retention SET purged_to = ?", seq);
            ChainStore.bury(sql, seq, clock.millis(), key);
            sql.update("DELETE FROM audit_clock_step WHERE seq <= ?", seq);
            return sql.update("DELETE FROM audit_event WHERE seq <= ?", seq);
        });
    }

    AuditCheck check() {
        return database.read(sql -> {
            SeqRange all = AuditTimeStore.all(sql);
            long purged = sql.number("SELECT purged_to FROM audit_retention");
            long given = sql.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit_event'");
            long rows = sql.number("SELECT count(*) FROM audit_event");
            List<AuditCheck.Gap> gaps = new ArrayList<>();
            if (rows < given - purged) {
                addGap(gaps, purged + 1, all.isEmpty() ? given : all.first() - 1);
                gaps.addAll(innerGaps(sql));
                if (!all.isEmpty()) {
                    addGap(gaps, all.last() + 1, given);
                }
            }
            return new AuditCheck(purged + 1, given, rows, gaps, sql.number("SELECT count(*) FROM audit_clock_step"));
        });
    }

    private static List<AuditCheck.Gap> innerGaps(Sql sql) throws SQLException {
        return sql.list(
                "SELECT seq + 1, next - 1 FROM (SELECT seq, lead(seq) OVER (ORDER BY seq) AS next FROM audit_event)"
                        + " WHERE next > seq + 1 LIMIT ?",
                row -> new AuditCheck.Gap(row.getLong(1), row.getLong(2)),
                GAPS_LISTED);
    }

    private static void addGap(List<AuditCheck.Gap> gaps, long first, long last) {
        if (first <= last) {
            gaps.add(new AuditCheck.Gap(first, last));
        }
    }

    static AuditEvent event(StoredRow row) {
        Long person = row.person() instanceof Number number ? Long.valueOf(number.longValue()) : null;
        return new AuditEvent(
                AuditKind.parse(String.valueOf(row.kind())),
                person,
                row.reason() == null ? null : row.reason().toString(),
                String.valueOf(row.actor()),
                String.valueOf(row.details()));
    }

    /** Columns by position: by name they are looked up again for every row, which doubles the time of an export. */
    private static AuditRow row(ResultSet row) throws SQLException {
        long id = row.getLong(4);
        Long person = row.wasNull() ? null : id;
        AuditEvent event = new AuditEvent(
                AuditKind.parse(row.getString(3)), person, row.getString(5), row.getString(6), row.getString(7));
        return new AuditRow(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), event);
    }
}
