package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.access.loop.AccessEvents;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.door.DoorControl;
import io.lintel.system.Recurring;
import io.lintel.timetable.DoorHours;
import io.lintel.timetable.Timetable;
import io.lintel.timetable.TimetableWatcher;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;

/** Puts together what opens the door by the clock. */
final class DoorTimes {

    private DoorTimes() {}

    /** Begins at once. @throws io.lintel.system.LintelException while the database cannot be opened */
    static Recurring follow(DoorControl door, Timetable timetable, AuditLog audit, ZoneId zone, AccessEvents events) {
        DoorHours hours = new DoorHours(
                door, timetable::snapshot, since -> somebodyCame(audit, since), InstantSource.system(), zone);
        events.subscribe(event -> {
            if (event instanceof AccessEvent.Decided decided && decided.unlocked()) {
                hours.personCame(decided.at());
            }
        });
        return TimetableWatcher.start(timetable, hours);
    }

    private static boolean somebodyCame(AuditLog audit, Instant since) {
        AuditFilter grants =
                AuditFilter.ALL.withKinds(Set.of(AuditKind.ACCESS_GRANTED)).between(since, null);
        return !audit.newest(grants, 1).rows().isEmpty();
    }
}
