package io.lintel.door;

/** What an operator last ordered. */
public enum OperatorOrder {
    /** Nothing: the schedule and the pulses decide. */
    RELEASE,
    /** Stay unlocked. */
    UNLOCK,
    /** Stay locked. */
    LOCK
}
