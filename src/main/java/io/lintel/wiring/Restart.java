package io.lintel.wiring;

import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.Subscription;
import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.door.DoorStatus;
import io.lintel.service.DoorService;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts Lintel again, by ending it with a code of its own: systemd then starts it at once. Waits until nobody is at the door, because
 * for these seconds nobody is let in. Thread-safe.
 */
public final class Restart {

    /** EX_TEMPFAIL of sysexits.h; {@code systemd/lintel.service} knows it as no failure. */
    public static final int EXIT_CODE = 75;

    private static final System.Logger LOG = System.getLogger(Restart.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final DoorService door;
    private final AccessEvents events;
    private final AuditLog audit;
    private final MonotonicClock clock;
    private final boolean possible;
    private final IntConsumer end;

    private @Nullable Subscription watching;
    private @Nullable Recurring looking;
    private boolean ending;

    /**
     * @param environment of this process: says whether somebody starts it again
     * @param end ends the program in order, with this exit code
     */
    Restart(
            DoorService door,
            AccessEvents events,
            AuditLog audit,
            MonotonicClock clock,
            Map<String, String> environment,
            IntConsumer end) {
        this.door = door;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.possible = !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
        this.end = end;
    }

    /** Whether a service manager starts Lintel again when it has ended. */
    public boolean isPossible() {
        return possible;
    }

    /** Whether one has been ordered and the doorway is not empty yet, or it is under way. */
    public synchronized boolean isOrdered() {
        return watching != null || ending;
    }

    /**
     * Starts Lintel again.
     *
     * @param atOnce even if somebody is at the door
     * @throws LintelException where nothing would start it
     */
    public synchronized void order(String actor, boolean atOnce) {
        if (!possible) {
            throw new LintelException(
                    "Nothing would start Lintel again: it was started by hand",
                    "end it where it runs (Ctrl+C) and start it again, such as with make run");
        }
        audit.append(AuditEvent.of(AuditKind.RESTART_ORDERED, actor)
                .with(new AuditDetails().put("when", atOnce ? "at-once" : "nobody-at-the-door")));
        if (atOnce) {
            end();
        } else if (watching == null) {
            EmptyDoorway doorway = new EmptyDoorway(clock);
            watching = events.subscribe(doorway::happened);
            looking = Recurring.start("restart", LOOK_AGAIN, () -> look(doorway));
        }
    }

    /** Takes the order back, while it waits. */
    public void cancel() {
        Subscription watched;
        Recurring looked;
        synchronized (this) {
            watched = watching;
            looked = looking;
            watching = null;
            looking = null;
        }
        // Outside of the lock, which a look may be waiting for
        if (watched != null) {
            watched.close();
        }
        if (looked != null) {
            looked.close();
        }
    }

    private synchronized void look(EmptyDoorway doorway) {
        if (watching != null && doorway.isEmpty(door.status().map(DoorStatus::door))) {
            end();
        }
    }

    private void end() {
        if (!ending) {
            ending = true;
            LOG.log(Level.WARNING, "restart code={0}", EXIT_CODE);
            end.accept(EXIT_CODE);
        }
    }
}
