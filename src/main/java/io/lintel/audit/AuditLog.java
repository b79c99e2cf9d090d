package io.lintel.audit;

import io.lintel.storage.Database;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The append-only log of what happened. Thread-safe.
 *
 * <p>Rows are numbered without gaps and triggers keep them as they were written. The hash chain over them is to come as a
 * table of its own, written in {@link #append}'s transaction.
 */
public final class AuditLog {

    /** The largest page; more is an {@link #export}. */
    public static final int LARGEST_PAGE = 1000;

    private static final int ROWS_A_READ = 1000;

    /** A delete of so many rows holds up other writers for some 50 ms. */
    private static final int ROWS_A_PURGE = 2000;

    private final AuditStore store;
    private final InstantSource clock;

    public AuditLog(Database database, InstantSource clock) {
        this.store = new AuditStore(database);
        this.clock = clock;
    }

    /**
     * Writes an event; when this returns the row is on the disk and survives a power cut.
     *
     * @throws io.lintel.storage.StorageException if it could not be written; nothing is in the log then
     */
    public AuditRow append(AuditEvent event) {
        return store.append(event, clock);
    }

    /** The newest rows. @param size 1 to {@link #LARGEST_PAGE} */
    public AuditPage newest(AuditFilter filter, int size) {
        return page(filter, Long.MAX_VALUE, size);
    }

    /** The rows before another page's. @param before that page's {@link AuditPage#next} */
    public AuditPage page(AuditFilter filter, long before, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " rows, not " + size);
        }
        return store.page(filter, before, size);
    }

    /**
     * The rows after another page's, nearest first in time but, as in every page, the newest on top.
     *
     * @param after a row's number; the page begins with the next one
     * @return its {@link AuditPage#next} goes on towards the present
     */
    public AuditPage pageAfter(AuditFilter filter, long after, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " rows, not " + size);
        }
        return store.pageAfter(filter, after, size);
    }

    /** One row; empty when there is none of that number (any more). */
    public Optional<AuditRow> row(long seq) {
        return store.row(seq);
    }

    /** The newest row's number; 0 for an empty log. */
    public long last() {
        return store.last();
    }

    /**
     * Writes all rows that were in the log when it began, the oldest first, in constant memory and in short reads, so that
     * the write-ahead log does not grow meanwhile.
     *
     * @return how many rows
     */
    public long export(AuditFilter filter, AuditFormat format, Appendable out) throws IOException {
        out.append(format.header());
        long count = 0;
        for (SeqRange range : store.ranges(filter)) {
            SeqRange rest = range;
            while (!rest.isEmpty()) {
                List<AuditRow> rows = store.ascending(filter, rest, ROWS_A_READ);
                for (AuditRow row : rows) {
                    if (filter.matches(row.event())) {
                        out.append(format.line(row));
                        count++;
                    }
                }
                boolean complete = rows.size() < ROWS_A_READ;
                rest = new SeqRange(complete ? rest.last() + 1 : rows.getLast().seq() + 1, rest.last());
            }
        }
        return count;
    }

    /**
     * Retention: deletes the oldest rows up to the first that was written at the cutoff or later, and logs that it did. In
     * small steps, so that the door is never kept waiting.
     *
     * @return how many rows are gone
     */
    public long purge(Instant cutoff, String actor) {
        SeqRange old = store.oldestBefore(cutoff);
        long removed = 0;
        for (long from = old.first(); from <= old.last(); from += ROWS_A_PURGE) {
            removed += store.deleteUpTo(Math.min(from + ROWS_A_PURGE - 1, old.last()));
        }
        if (removed > 0) {
            append(AuditEvent.of(AuditKind.LOG_PURGED, actor)
                    .with(new AuditDetails()
                            .put("cutoff", cutoff.toString())
                            .put("first", old.first())
                            .put("last", old.last())
                            .put("rows", removed)));
        }
        return removed;
    }

    /** Looks for missing numbers; about 50 ms for a million rows. */
    public AuditCheck check() {
        return store.check();
    }
}
