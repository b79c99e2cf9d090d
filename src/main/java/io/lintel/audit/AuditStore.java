package io.lintel.audit;

import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log's tables. Thread-safe. */
final class AuditStore {

    /** How many rows a page looks at, where no index has the answer, before it hands over what it has found: some 20 ms. */
    private static final int ROWS_SEARCHED_A_PAGE = 5_000;

    private static final int GAPS_LISTED = 100;

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    /** Reads the clock inside the transaction, so that the time rises with the number also among several writers. */
    AuditRow append(AuditEvent event, InstantSource clock) {
        return database.write(sql -> {
            long at = clock.millis();
            long seq = sql.number(
                    "INSERT INTO audit_event (at, kind, person, reason, actor, details) VALUES (?, ?, ?, ?, ?, ?)"
                            + " RETURNING seq",
                    at,
                    event.kind().name(),
                    event.person(),
                    event.reason(),
                    event.actor(),
                    event.details());
            return new AuditRow(seq, Instant.ofEpochMilli(at), event);
        });
    }

    AuditPage page(AuditFilter filter, long before, int size) {
        return database.read(sql -> {
            PageCollector page = PageCollector.newestFirst(filter, size, ROWS_SEARCHED_A_PAGE);
            List<SeqRange> ranges = AuditTimeStore.ranges(sql, filter.from(), filter.to());
            for (SeqRange range : ranges.reversed()) {
                SeqRange wanted = range.intersect(new SeqRange(1, before - 1));
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
                SeqRange wanted = range.intersect(new SeqRange(after + 1, Long.MAX_VALUE));
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

    int deleteUpTo(long seq) {
        return database.write(sql -> {
            sql.update("UPDATE audit_retention SET purged_to = ?", seq);
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

    /** Columns by position: by name they are looked up again for every row, which doubles the time of an export. */
    private static AuditRow row(ResultSet row) throws SQLException {
        long id = row.getLong(4);
        Long person = row.wasNull() ? null : id;
        AuditEvent event = new AuditEvent(
                AuditKind.parse(row.getString(3)), person, row.getString(5), row.getString(6), row.getString(7));
        return new AuditRow(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), event);
    }
}
