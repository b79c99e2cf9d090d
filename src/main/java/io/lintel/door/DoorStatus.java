package io.lintel.door;

/**
 * The door for health checks and pages. Immutable.
 *
 * @param alive the door's threads run and answered within the last two seconds
 * @param relayFault why the relay does not obey; empty when it does
 * @param relay where the relay is
 */
public record DoorStatus(DoorView door, boolean alive, String relayFault, String relay) {

    /** Whether the door does its work. */
    public boolean isHealthy() {
        return alive && relayFault.isEmpty() && !door.alarms().contains(Alarm.INPUT_FAULT);
    }
}
