package io.lintel.camera;

import org.jspecify.annotations.Nullable;

/** One attempt to open a camera and read it, as its supervision sees it. All methods return at once. */
interface Capture {

    String camera();

    CameraKind kind();

    /** Whether its source sends something, even if there is no picture yet. */
    default boolean isReceiving() {
        return false;
    }

    /** Usable pictures so far. */
    long pictures();

    /** When the last usable picture arrived. */
    long lastPictureNanos();

    /** When a sensor's picture last differed from the one before; of other sources, the last picture. */
    long lastChangeNanos();

    /** Why it ended; null while it goes on. */
    @Nullable
    CameraException failure();

    /** Whether its thread is gone, and with it its hold on the device. */
    boolean isDone();

    /** Ends it. A thread that hangs in a driver lives on until the driver lets it go, but is heard no more. */
    void abandon();
}
