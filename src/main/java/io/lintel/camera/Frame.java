package io.lintel.camera;

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

    @Override
    public void close() {
        giveBack.run();
    }
}
