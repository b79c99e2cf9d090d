package io.lintel.camera;

import java.util.Optional;
import org.opencv.core.Mat;

/**
 * A source of pictures. Opened once, used by one thread at a time; {@link #close} may come from another thread and makes
 * a blocked {@link #read} end within a second, unless it hangs in a driver: then the reader frees the device when it
 * comes back.
 */
public interface Camera extends AutoCloseable {

    /** Opens the source. Bounded: at most ten seconds, or four times that while {@link #isReceiving}. @throws CameraException if it cannot be opened */
    void open();

    /**
     * Waits for the next picture and stores it.
     *
     * @param into receives the picture, reallocated only when the size changes: BGR, 8 bits, 3 channels. Left empty when
     *     something came that is not a picture; the next read may succeed
     * @throws CameraException if the source has ended or is broken
     */
    void read(Mat into);

    /** Whether the source sends something, even if there is no picture yet. Thread-safe. */
    default boolean isReceiving() {
        return false;
    }

    /** What a person would call this source, for logs and pages; holds no password. */
    String name();

    /** What the pictures are. */
    default CameraKind kind() {
        return CameraKind.RECORDING;
    }

    /** The clip or picture that plays now, where the source is a list of them. Thread-safe. */
    default Optional<String> clip() {
        return Optional.empty();
    }

    @Override
    void close();
}
