package io.lintel.access.loop;

/** What happens to a grant whose audit row cannot be written. */
public enum OnAuditFailure {
    /** The door stays shut and says why. */
    KEEP_SHUT,
    /** The door opens without a record: for doors where shutting people out is the greater harm. */
    OPEN_ANYWAY
}
