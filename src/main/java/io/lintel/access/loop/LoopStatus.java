package io.lintel.access.loop;

import org.jspecify.annotations.Nullable;

/**
 * How the loop is, for health checks. Immutable.
 *
 * @param lastTurnNanos when the loop last finished a turn, with or without a frame; a watchdog's sign of life
 * @param framesProcessed frames walked to their end since the start
 * @param failuresInARow frames that failed since the last that did not
 * @param lastFailure what the last failure was; null when there was none
 */
public record LoopStatus(
        long lastTurnNanos,
        long framesProcessed,
        long failuresInARow,
        @Nullable RuntimeException lastFailure) {

    LoopStatus alive(long now) {
        return new LoopStatus(now, framesProcessed, failuresInARow, lastFailure);
    }

    LoopStatus alive(long now, FrameOutcome fate) {
        return fate == FrameOutcome.PROCESSED ? new LoopStatus(now, framesProcessed + 1, 0, lastFailure) : alive(now);
    }

    LoopStatus failed(long now, RuntimeException failure) {
        return new LoopStatus(now, framesProcessed, failuresInARow + 1, failure);
    }
}
