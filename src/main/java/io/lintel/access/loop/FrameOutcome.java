package io.lintel.access.loop;

/** What became of a frame. */
public enum FrameOutcome {
    PROCESSED,
    /** Left out because nobody was there a moment ago. */
    SKIPPED_IDLE,
    /** Too old to look at. */
    STALE,
    /** Looked at, and the looking took so long that nothing could be decided on it. */
    TOO_LATE,
    /** An error ended its way; the next frame begins anew. */
    FAILED
}
