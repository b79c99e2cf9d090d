package io.lintel.access.loop;

/** The stages of a frame's way, for measuring. */
public enum PipelineStage {
    DETECT,
    TRACK,
    QUALITY,
    ALIGN,
    EMBED,
    IDENTIFY,
    LIVENESS,
    DECIDE,
    RECORD,
    UNLOCK
}
