package io.lintel.access.loop;

import io.lintel.camera.Frame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the loop gets the newest frame. */
@FunctionalInterface
public interface FrameSource {

    /**
     * Waits for a frame that was not taken yet.
     *
     * @return the frame, to be closed by the caller; null when none came in time
     */
    @Nullable
    Frame take(Duration timeout) throws InterruptedException;
}
