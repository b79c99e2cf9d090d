package io.lintel.access.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the loop is, for health checks. Immutable.
 *
 * @param lastTurnNanos when the loop last finished a turn, with or without a frame; a watchdog's sign of life
 * @param framesProcessed frames walked to their end since the start
 * @param failuresInARow frames that failed since the last that did not
 * @param lastFailure what the last failure was; null when there was none
 * @param lookTakes from the capture of a frame that shows a face until all about it was decided, a moving mean of the last looks; zero before
 *     the first
 */
public record LoopStatus(
        long lastTurnNanos,
        long framesProcessed,
        long failuresInARow,
        @Nullable RuntimeException lastFailure,
        Duration lookTakes) {

    /** The share of the newest look in the mean. */
    private static final double NEWEST = 0.25;

    static LoopStatus starting(long now) {
        return new LoopStatus(now, 0, 0, null, Duration.ZERO);
    }

    LoopStatus alive(long now) {
        return new LoopStatus(now, framesProcessed, failuresInARow, lastFailure, lookTakes);
    }

    LoopStatus processed(long now) {
        return new LoopStatus(now, framesProcessed + 1, 0, lastFailure, lookTakes);
    }

    LoopStatus looked(Duration took) {
        long before = lookTakes.isZero() ? took.toNanos() : lookTakes.toNanos();
        Duration mean = Duration.ofNanos(Math.round(before + NEWEST * (took.toNanos() - before)));
        return new LoopStatus(lastTurnNanos, framesProcessed, failuresInARow, lastFailure, mean);
    }

    LoopStatus failed(long now, RuntimeException failure) {
        return new LoopStatus(now, framesProcessed, failuresInARow + 1, failure, lookTakes);
    }
}
