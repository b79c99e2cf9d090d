package io.lintel.audit;

import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a span of time. From one step back of the clock to the next the time rises with the number, so each such
 * stretch is searched by halving: about 20 look-ups for a million rows, and rows keep their true order even when the clock
 * was wrong.
 */
final class AuditTimeStore {

    private static final String NEXT_ROW =
            "SELECT seq, at FROM audit_event WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT 1";

    private record Moment(long seq, long at) {}

    private AuditTimeStore() {}

    /** The ranges that hold exactly the rows of {@code [from, to)}, in rising order; null is without limit. */
    static List<SeqRange> ranges(Sql sql, @Nullable Instant from, @Nullable Instant to) throws SQLException {
        SeqRange all = all(sql);
        if (from == null && to == null) {
            return List.of(all);
        }
        List<SeqRange> ranges = new ArrayList<>();
        for (SeqRange stretch : stretches(sql, all)) {
            long first = from == null ? stretch.first() : firstAtOrAfter(sql, stretch, from.toEpochMilli());
            long end = to == null ? stretch.last() + 1 : firstAtOrAfter(sql, stretch, to.toEpochMilli());
            SeqRange range = new SeqRange(first, end - 1);
            if (!range.isEmpty()) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    static SeqRange all(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT (SELECT min(seq) FROM audit_event), (SELECT max(seq) FROM audit_event)",
                        row -> new SeqRange(row.getLong(1), row.getLong(2)))
                .filter(range -> range.last() > 0)
                .orElse(new SeqRange(1, 0));
    }

    private static List<SeqRange> stretches(Sql sql, SeqRange all) throws SQLException {
        List<SeqRange> stretches = new ArrayList<>();
        long first = all.first();
        for (long step : sql.list(
                "SELECT seq FROM audit_clock_step WHERE seq > ? ORDER BY seq", row -> row.getLong(1), all.first())) {
            stretches.add(new SeqRange(first, step - 1));
            first = step;
        }
        stretches.add(new SeqRange(first, all.last()));
        return stretches;
    }

    private static long firstAtOrAfter(Sql sql, SeqRange stretch, long millis) throws SQLException {
        long low = stretch.first();
        long high = stretch.last() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            // Not by equality: a damaged log can have gaps.
            Moment moment = sql.first(NEXT_ROW, row -> new Moment(row.getLong(1), row.getLong(2)), middle, high)
                    .orElse(null);
            if (moment == null || moment.at >= millis) {
                high = middle;
            } else {
                low = moment.seq + 1;
            }
        }
        return low;
    }
}
