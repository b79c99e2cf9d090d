package io.lintel.audit;

import io.lintel.audit.chain.AuditKey;
import io.lintel.audit.chain.ChainEvidence;
import io.lintel.audit.chain.ChainFiles;
import io.lintel.audit.chain.ChainKeeper;
import io.lintel.audit.chain.ChainVerification;
import io.lintel.audit.chain.ChainVerifier;
import io.lintel.audit.chain.DeletionCertificate;
import io.lintel.audit.chain.NotedHash;
import io.lintel.audit.chain.PersonalField;
import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.storage.Database;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of what happened. Thread-safe.
 *
 * <p>Rows are numbered without gaps and triggers keep them as they were written. A hash chain over them, which the box's key signs,
 * shows what was changed all the same (docs/AUDIT.md).
 */
public final class AuditLog {

    /** The largest page; more is an {@link #export}. */
    public static final int LARGEST_PAGE = 1000;

    private static final int ROWS_A_READ = 1000;

    /** A delete of so many rows holds up other writers for some 50 ms. */
    private static final int ROWS_A_PURGE = 2000;

    private final AuditStore store;
    private final InstantSource clock;

    private final ChainFiles files;
    private final Database database;

    /** Chains what an older version has written. */
    public AuditLog(Database database, InstantSource clock) {
        SecureRandom random = new SecureRandom();
        this.store = new AuditStore(database, () -> {
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            return salt;
        });
        this.clock = clock;
        this.files = ChainFiles.beside(database.path());
        this.database = database;
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
    public long export(AuditFilter filter, RowFormat format, Appendable out) throws IOException {
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
        if (!old.isEmpty()) {
            AuditKey key = files.readOrMakeKey();
            for (long from = old.first(); from <= old.last(); from += ROWS_A_PURGE) {
                removed += store.deleteUpTo(Math.min(from + ROWS_A_PURGE - 1, old.last()), clock, key);
            }
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

    /**
     * Erases personal data from a row. The row stays, and the chain over it holds; a signed record and a row of the log say which
     * fields were erased.
     *
     * @return false if there is no such row
     */
    public boolean erase(long seq, Set<PersonalField> fields, String actor) {
        AuditEvent saying = AuditEvent.of(AuditKind.LOG_ERASED, actor)
                .with(new AuditDetails()
                        .put("row", seq)
                        .put(
                                "fields",
                                fields.stream()
                                        .map(PersonalField::name)
                                        .sorted()
                                        .collect(Collectors.joining(","))));
        boolean erased = store.erase(seq, fields, saying, clock, files.readOrMakeKey());
        if (erased) {
            database.emptyLog(); // the write-ahead log still holds what was erased
        }
        return erased;
    }

    /** What signs the log while the box runs. */
    public ChainKeeper keeper() {
        return new ChainKeeper(
                database,
                clock,
                (code, found) -> append(AuditEvent.of(AuditKind.LOG_GAP, "lintel")
                        .because(code)
                        .with(new AuditDetails().put("found", found))));
    }

    /**
     * Verifies rows, chain and signatures: some 10 s for a million rows, in constant memory.
     *
     * @param others keys to trust beside the box's own
     * @param noted a row and its hash that were written down elsewhere; null for none
     */
    public ChainVerification verify(List<PublicAuditKey> others, @Nullable NotedHash noted) {
        return new ChainVerifier(database, others).verify(noted);
    }

    /**
     * Writes the rows of a filter with their hashes and signatures; the others as hashes that say nothing about them.
     *
     * @return how many rows are in it as they are
     */
    public long evidence(AuditFilter filter, Appendable out) throws IOException {
        List<SeqRange> ranges = store.ranges(filter);
        return new ChainEvidence(
                        database,
                        row -> ranges.stream().anyMatch(range -> range.contains(row.seq()))
                                && filter.matches(AuditStore.event(row)),
                        out)
                .write(files.readOrMakeKey(), clock.millis());
    }

    /** The newest deletion of a person, signed; empty if the log knows of none. */
    public Optional<DeletionCertificate> deletionCertificate(long person) {
        AuditFilter deletions =
                AuditFilter.ALL.withKinds(Set.of(AuditKind.PERSON_REMOVED)).withPerson(person);
        return newest(deletions, 1).rows().stream()
                .findFirst()
                .flatMap(row -> DeletionCertificate.sign(
                        database,
                        person,
                        row.at().toEpochMilli(),
                        (long) row.event().number("templates").orElse(0),
                        row.seq(),
                        files.readOrMakeKey()));
    }

    /** What proves the box's signatures; made where there is none. */
    public PublicAuditKey publicKey() {
        return files.readOrMakeKey().publicKey();
    }

    /** Looks for missing numbers; about 50 ms for a million rows. */
    public AuditCheck check() {
        return store.check();
    }
}
