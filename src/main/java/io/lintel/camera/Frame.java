package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import org.opencv.core.Mat;

/**
 * One picture of the camera, lent by the {@link FrameMailbox} until {@link #close}, which gives its pixels back for reuse.
 * Not thread-safe: one owner.
 *
 * @param pixels BGR, 8 bits, 3 channels; never kept beyond close
 * @param sequence counts the camera's frames from 1; gaps are frames that a newer one replaced
 * @param capturedNanos when the picture arrived, on the {@link io.lintel.system.MonotonicClock}
 */
public record Frame(Mat pixels, long sequence, long capturedNanos, Runnable giveBack) implements AutoCloseable {

    /** Time since the picture arrived. */
    public Duration age(MonotonicClock clock) {
        return Duration.ofNanos(clock.nanos() - capturedNanos);
    }

    /** Whether the picture is too old to be decided on. */
    public boolean isOlderThan(Duration limit, MonotonicClock clock) {
        return age(clock).compareTo(limit) > 0;
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
