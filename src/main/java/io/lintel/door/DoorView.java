package io.lintel.door;

import java.util.Set;

/**
 * All that is known about the door at one moment. Immutable.
 *
 * @param released whether the lock should let a person pass
 * @param leafOpen what the door sensor says; false without one
 */
public record DoorView(DoorState state, boolean released, boolean leafOpen, DoorModes modes, Set<Alarm> alarms) {

    public DoorView {
        alarms = Set.copyOf(alarms);
    }

    public DoorMode mode() {
        return modes.inForce();
    }
}
