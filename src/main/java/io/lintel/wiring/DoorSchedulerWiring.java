package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.access.loop.AccessEvents;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.door.DoorControl;
import io.lintel.schedule.DoorScheduler;
import io.lintel.schedule.Schedules;
import io.lintel.system.Recurring;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;

/** Connects the door's scheduler to the audit log and to recognition. */
final class DoorSchedulerWiring {

    private DoorSchedulerWiring() {}

    /** @throws io.lintel.system.LintelException while the database cannot be opened */
    static Recurring start(DoorControl door, Schedules schedules, AuditLog audit, ZoneId zone, AccessEvents events) {
        DoorScheduler scheduler = new DoorScheduler(
                door, schedules::snapshot, since -> grantedSince(audit, since), InstantSource.system(), zone);
        events.subscribe(event -> {
            if (event instanceof AccessEvent.Decided decided && decided.unlocked()) {
                scheduler.personAdmitted(decided.at());
            }
        });
        return scheduler.start(schedules);
    }

    private static boolean grantedSince(AuditLog audit, Instant since) {
        AuditFilter grants =
                AuditFilter.ALL.withKinds(Set.of(AuditKind.ACCESS_GRANTED)).between(since, null);
        return !audit.newest(grants, 1).rows().isEmpty();
    }
}
