package io.lintel.access.loop;

import io.lintel.access.Decision;

/** Takes the loop's measurements. Called on the loop's thread: must return at once and never throw. */
public interface LoopMeter {

    /** Measures nothing. */
    LoopMeter NONE = new LoopMeter() {};

    default void stage(PipelineStage stage, long nanos) {}

    /** @param nanos time on the loop's thread */
    default void frame(FrameOutcome fate, long nanos) {}

    default void facesInView(int faces) {}

    /** @param sinceCaptureNanos from the capture of the deciding frame until door and log had been told */
    default void decision(Decision decision, boolean unlocked, long sinceCaptureNanos) {}
}
