package io.lintel.door;

/** What holds the door in one position for as long as it lasts. A later one overrides an earlier one. */
public enum DoorMode {
    /** Locked, unlocked for a pulse on request. */
    NORMAL,
    /** Held unlocked by a schedule, for example in office hours. */
    SCHEDULED_UNLOCK,
    /** Held unlocked by an operator. */
    OPERATOR_UNLOCK,
    /** Kept locked by an operator: grants are refused, request-to-exit works. */
    OPERATOR_LOCK,
    /** Emergency lock: grants are refused, request-to-exit works, an operator cannot unlock before ending it. */
    LOCK_DOWN,
    /** The fire input: unlocked, whatever else is asked. */
    FIRE;

    public boolean holdsUnlocked() {
        return this == SCHEDULED_UNLOCK || this == OPERATOR_UNLOCK || this == FIRE;
    }

    public boolean refusesGrants() {
        return this == OPERATOR_LOCK || this == LOCK_DOWN;
    }
}
