package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.audit.RowFormat;
import io.lintel.audit.chain.ChainVerification;
import io.lintel.audit.chain.DeletionCertificate;
import io.lintel.audit.chain.NotedHash;
import io.lintel.audit.chain.PersonalField;
import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.gallery.PersonId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the log, and exports it; who exported it is in the log. Thread-safe. */
public final class LogService {

    /** Rows to write, the oldest first, in constant memory. */
    @FunctionalInterface
    public interface Export {

        /** @return how many rows there were */
        long writeTo(Appendable out) throws IOException;
    }

    private final AuditLog log;
    private final Object verifying = new Object();

    public LogService(AuditLog log) {
        this.log = log;
    }

    /** @throws ServiceException if there is no such row */
    public AuditRow row(long seq) {
        return log.row(seq).orElseThrow(() -> ServiceException.notFound("The log has no row " + seq));
    }

    /** The newest rows, the newest first. */
    public List<AuditRow> newest(AuditFilter filter, int count) {
        return log.newest(filter, count).rows();
    }

    /**
     * A page, the newest row first.
     *
     * @param before goes on into the past from this row
     * @param after goes on towards the present from this row; outranks the other; neither gives the newest page
     */
    public AuditPage page(AuditFilter filter, @Nullable Long before, @Nullable Long after, int size) {
        return after != null
                ? log.pageAfter(filter, after, size)
                : log.page(filter, before == null ? Long.MAX_VALUE : before, size);
    }

    /** The number of the newest row; 0 for an empty log. */
    public long last() {
        return log.last();
    }

    /** Notes who takes the rows away, then gives them. */
    public Export export(String actor, AuditFilter filter, AuditFormat format) {
        return export(actor, filter, format, format.name());
    }

    /** The same in another format. @param name of it */
    public Export export(String actor, AuditFilter filter, RowFormat format, String name) {
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "log").put("format", name)));
        return out -> log.export(filter, format, out);
    }

    /** As {@link #export}, with the hashes and signatures that prove it (docs/AUDIT.md). */
    public Export evidence(String actor, AuditFilter filter) {
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "log").put("format", "EVIDENCE")));
        return out -> log.evidence(filter, out);
    }

    /**
     * Verifies the log; one verification at a time.
     *
     * @param others keys to trust beside the box's own
     * @param noted a row and its hash that were noted elsewhere; null for none
     */
    public ChainVerification verify(List<PublicAuditKey> others, @Nullable NotedHash noted) {
        synchronized (verifying) {
            return log.verify(others, noted);
        }
    }

    public PublicAuditKey publicKey() {
        return log.publicKey();
    }

    /** @throws ServiceException if the log knows of no deletion of that person */
    public DeletionCertificate deletionCertificate(PersonId person) {
        return log.deletionCertificate(person.value())
                .orElseThrow(() -> ServiceException.notFound("The log has no deletion of person number " + person
                        + ": they are still enrolled, never were, or" + " the row has reached its age"));
    }

    /** Erases personal data from a row. @throws ServiceException if there is no such row */
    public void erase(String actor, long seq, Set<PersonalField> fields) {
        if (!log.erase(seq, fields, actor)) {
            throw ServiceException.notFound("The log has no row " + seq);
        }
    }
}
