package io.lintel.service;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditFormat;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import java.io.IOException;
import java.util.List;
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
        log.append(AuditEvent.of(AuditKind.DATA_EXPORTED, actor)
                .with(new AuditDetails().put("what", "log").put("format", format.name())));
        return out -> log.export(filter, format, out);
    }
}
