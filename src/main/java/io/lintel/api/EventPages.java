package io.lintel.api;

import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.security.HttpProblem;
import io.lintel.service.LogService;
import io.lintel.service.PersonNames;
import io.lintel.service.Snapshots;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Pages of the log for programs. */
@Singleton
class EventPages {

    private final LogService log;
    private final PersonNames names;
    private final Snapshots snapshots;

    EventPages(LogService log, PersonNames names, Snapshots snapshots) {
        this.log = log;
        this.names = names;
        this.snapshots = snapshots;
    }

    /** The newest first in every page; {@code before} goes on into the past, {@code after} towards the present. */
    Paging<EventJson> page(AuditFilter filter, @Nullable Integer limit, @Nullable Long before, @Nullable Long after) {
        if (before != null && after != null) {
            throw new HttpProblem(400, "before and after exclude each other", "give one of them");
        }
        AuditPage page = log.page(
                filter, Parameters.cursor("before", before), Parameters.cursor("after", after), Paging.limit(limit));
        Long next = page.next();
        return new Paging<>(page.rows().stream().map(this::json).toList(), next == null ? null : next.toString());
    }

    EventJson json(AuditRow row) {
        return EventJson.of(row, names, snapshots.has(row.seq()));
    }
}
