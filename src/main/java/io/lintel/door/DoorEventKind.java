package io.lintel.door;

/** What a {@link DoorEvent} tells. */
public enum DoorEventKind {
    STARTED,
    STOPPED,
    UNLOCKED,
    /** Asked once more while unlocked: the pulse begins anew, within the maximum. */
    UNLOCKED_AGAIN,
    LOCKED,
    /** An unlock was asked for and refused; the cause says by whom, {@link DoorEvent#note()} says why. */
    REFUSED,
    OPENED,
    CLOSED,
    HELD_OPEN_SOON,
    HELD_OPEN,
    FORCED_OPEN,
    FIRE_ON,
    FIRE_OFF,
    TAMPER_ON,
    TAMPER_OFF,
    /** Another {@link DoorMode} is in force, or an order was given that a stronger mode overrides. */
    MODE_CHANGED,
    RELAY_FAILED,
    RELAY_RECOVERED,
    INPUT_FAILED,
    INPUT_RECOVERED,
    /** The guard locked a door that should have been locked already. */
    MAXIMUM_ENFORCED,
    /** A mistake in this program; the door was locked for it. */
    RULE_FAILED,
    /** Events before this one were lost to this listener, which was too slow. */
    EVENTS_LOST
}
