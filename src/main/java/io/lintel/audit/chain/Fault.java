package io.lintel.audit.chain;

/** What a verification can find. */
public enum Fault {
    /** A row is not as it was written. */
    ALTERED,
    /** Rows are gone. */
    REMOVED,
    /** A row was not written by the log. */
    INSERTED,
    /** A row stands where another was written. */
    REORDERED,
    /** Rows and chain agree, and are not what was signed: they were written anew. */
    REWRITTEN,
    /** The newest rows are gone, or the whole file is an older one. */
    CUT_OFF,
    /** The box has seen at a start that the log did not continue what was signed. */
    CONTRADICTED,
    /** Checkpoints, tombstones, erasures or the head are not what the key has signed, or do not fit each other. */
    FORGED,
    /** Signed by a key that is not the box's. */
    UNKNOWN_KEY,
    /** Nothing proves how far the log has come. */
    NOT_SIGNED,
    /** The log's rows are as written, and what searches look at is not. */
    INDEX,
    /** The database file is damaged. */
    DAMAGED
}
