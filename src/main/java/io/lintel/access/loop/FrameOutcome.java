package io.lintel.access.loop;

/** What became of a frame. */
public enum FrameOutcome {
    PROCESSED,
    /** Left out because nobody was there a moment ago. */
    SKIPPED_IDLE,
    /** Too old to decide on. */
    STALE,
    /** An error ended its way; the next frame begins anew. */
    FAILED
}
