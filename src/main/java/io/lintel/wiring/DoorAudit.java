package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.audit.AuditPage;
import io.lintel.door.Cause;
import io.lintel.door.DoorEvent;
import io.lintel.door.DoorEventKind;
import io.lintel.door.DoorListener;
import java.util.Set;
import java.util.function.Supplier;

/** Writes what happens at the door to the audit log. The door gives an event again until this has taken it. */
final class DoorAudit implements DoorListener {

    private static final Set<AuditKind> RUNS =
            Set.of(AuditKind.STARTED, AuditKind.STOPPED, AuditKind.STOPPED_UNCLEANLY);

    private final Supplier<AuditLog> log;

    /** @param log throws while the database cannot be opened */
    DoorAudit(Supplier<AuditLog> log) {
        this.log = log;
    }

    @Override
    public void onEvent(DoorEvent event) {
        if (event.kind() == DoorEventKind.REFUSED && event.cause().origin() == Cause.Origin.GRANT) {
            // In the log once: whoever decided it writes that row, with the decision's number, also where the door does
            // not answer at all.
            return;
        }
        if (event.kind() == DoorEventKind.STARTED) {
            noteAnUncleanStop();
        }
        AuditDetails details = new AuditDetails()
                .put("door_event", event.sequence())
                .put("state", event.after().state().name())
                .put("mode", event.after().mode().name())
                .put("cause", event.cause().toString());
        if (!event.note().isEmpty()) {
            details.put("note", event.note());
        }
        log.get()
                .append(AuditEvent.of(kind(event.kind(), event.cause()), "door")
                        .because(event.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .with(details));
    }

    /** A run that was killed, or whose plug was pulled, could not say that it ended. */
    private void noteAnUncleanStop() {
        AuditPage last = log.get().newest(AuditFilter.ALL.withKinds(RUNS), 1);
        boolean running =
                !last.rows().isEmpty() && last.rows().getFirst().event().kind() == AuditKind.STARTED;
        if (running) {
            log.get()
                    .append(AuditEvent.of(AuditKind.STOPPED_UNCLEANLY, "door")
                            .because("killed or without power")
                            .with(new AuditDetails()
                                    .put("started", last.rows().getFirst().seq())));
        }
    }

    private static AuditKind kind(DoorEventKind kind, Cause cause) {
        return switch (kind) {
            case STARTED -> AuditKind.STARTED;
            case STOPPED -> AuditKind.STOPPED;
            case UNLOCKED, UNLOCKED_AGAIN ->
                cause.origin() == Cause.Origin.REX ? AuditKind.EXIT_REQUESTED : AuditKind.DOOR_UNLOCKED;
            case LOCKED -> AuditKind.DOOR_LOCKED;
            case REFUSED -> AuditKind.DOOR_REFUSED;
            case OPENED -> AuditKind.DOOR_OPENED;
            case CLOSED -> AuditKind.DOOR_CLOSED;
            case HELD_OPEN_SOON, HELD_OPEN -> AuditKind.DOOR_HELD_OPEN;
            case FORCED_OPEN -> AuditKind.DOOR_FORCED_OPEN;
            case FIRE_ON -> AuditKind.FIRE_ALARM;
            case FIRE_OFF -> AuditKind.FIRE_ALARM_ENDED;
            case TAMPER_ON -> AuditKind.TAMPER;
            case TAMPER_OFF -> AuditKind.TAMPER_ENDED;
            case MODE_CHANGED -> AuditKind.DOOR_MODE_CHANGED;
            case RELAY_FAILED, INPUT_FAILED, MAXIMUM_ENFORCED, RULE_FAILED -> AuditKind.DOOR_FAULT;
            case RELAY_RECOVERED, INPUT_RECOVERED -> AuditKind.DOOR_FAULT_ENDED;
            case EVENTS_LOST -> AuditKind.LOG_GAP;
        };
    }
}
