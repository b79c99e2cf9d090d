package io.lintel.camera;

import org.opencv.core.Mat;

/**
 * A source of pictures. Used by one thread at a time; {@link #close} may come from another thread and makes a blocked
 * {@link #read} end within a second.
 */
public interface Camera extends AutoCloseable {

    /** Opens the source. Bounded: at most ten seconds. @throws CameraException if it cannot be opened */
    void open();

    /**
     * Waits for the next picture and stores it.
     *
     * @param into receives the picture, reallocated only when the size changes: BGR, 8 bits, 3 channels
     * @throws CameraException if the source has ended or is broken
     */
    void read(Mat into);

    /** What a person would call this source, for logs and pages; holds no password. */
    String name();

    @Override
    void close();
}
