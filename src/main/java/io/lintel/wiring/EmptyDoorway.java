package io.lintel.wiring;

import io.lintel.access.AccessEvent;
import io.lintel.door.DoorView;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.Optional;

/** Whether nobody is at the door at this moment, by what the camera sees and by what the lock does for a person. Thread-safe. */
final class EmptyDoorway {

    /** Somebody who turns their head is not seen for a moment. */
    static final Duration CALM = Duration.ofSeconds(3);

    private final MonotonicClock clock;
    private volatile long lastSeen;

    /** Begins as if somebody had just been there. */
    EmptyDoorway(MonotonicClock clock) {
        this.clock = clock;
        this.lastSeen = clock.nanos();
    }

    void happened(AccessEvent event) {
        boolean somebody = switch (event) {
            case AccessEvent.View view -> !view.faces().isEmpty();
            case AccessEvent.Decided decided -> true;
            case AccessEvent.Alarmed alarm -> false;
        };
        if (somebody) {
            lastSeen = clock.nanos();
        }
    }

    /** @param door empty where none runs */
    boolean isEmpty(Optional<DoorView> door) {
        return clock.nanos() - lastSeen >= CALM.toNanos()
                && door.filter(EmptyDoorway::isInUse).isEmpty();
    }

    /** Held unlocked by order or schedule it is so before and after a restart. */
    private static boolean isInUse(DoorView door) {
        return door.leafOpen() || door.released() && !door.mode().holdsUnlocked();
    }
}
