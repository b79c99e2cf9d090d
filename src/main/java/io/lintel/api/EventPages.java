package io.lintel.api;

import io.lintel.security.HttpProblem;
import io.lintel.admin.log.PersonNames;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.audit.AuditRow;
import io.lintel.wiring.House;
import io.lintel.wiring.Snapshots;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Pages of the log for programs. */
@Singleton
class EventPages {

    private final House house;
    private final PersonNames names;
    private final Snapshots snapshots;

    EventPages(House house, PersonNames names, Snapshots snapshots) {
        this.house = house;
        this.names = names;
        this.snapshots = snapshots;
    }

    /** The newest first in every page; {@code before} goes on into the past, {@code after} towards the present. */
    Paging<EventJson> page(AuditFilter filter, @Nullable Integer limit, @Nullable Long before, @Nullable Long after) {
        if (before != null && after != null) {
            throw new HttpProblem(400, "before and after exclude each other", "give one of them");
        }
        int size = Paging.limit(limit);
        AuditLog log = house.audit();
        AuditPage page = after != null
                ? log.pageAfter(filter, after, size)
                : log.page(filter, before == null ? Long.MAX_VALUE : before, size);
        Long next = page.next();
        return new Paging<>(page.rows().stream().map(this::json).toList(), next == null ? null : next.toString());
    }

    EventJson json(AuditRow row) {
        return EventJson.of(row, names, snapshots.has(row.seq()));
    }
}
