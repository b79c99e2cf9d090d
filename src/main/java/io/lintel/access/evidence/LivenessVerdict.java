package io.lintel.access.evidence;

/** What the frames of a track say about a face being live. Only {@link #LIVE} lets anybody in. */
public enum LivenessVerdict {
    LIVE,
    /** Too few frames yet, or neither one nor the other. */
    UNSURE,
    NOT_LIVE,
    /** Frames were there, but no model gave an answer. */
    NO_VERDICT
}
