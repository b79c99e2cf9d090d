package io.lintel.kiosk;

import io.lintel.door.Alarm;
import io.lintel.door.DoorMode;
import io.lintel.door.DoorView;
import java.util.Set;

/**
 * What the door screen has to know about the door. Immutable.
 *
 * @param released whether the lock lets a person pass at this moment
 */
record DoorNow(Set<Alarm> alarms, boolean released, DoorMode mode) {

    /** Before the door was started. */
    static final DoorNow UNKNOWN = new DoorNow(Set.of(), false, DoorMode.NORMAL);

    DoorNow {
        alarms = Set.copyOf(alarms);
    }

    static DoorNow of(DoorView view) {
        return new DoorNow(view.alarms(), view.released(), view.mode());
    }

    /** Unlocked for somebody who passes now, not held unlocked for all. */
    boolean isReleasedForOne() {
        return released && !mode.holdsUnlocked();
    }
}
