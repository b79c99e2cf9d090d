package io.lintel.gallery.enrolment.live;

import java.time.Duration;
import org.opencv.core.Mat;

/** Where pictures come from, while the door goes on using the same camera. */
@FunctionalInterface
public interface FrameFeed {

    /**
     * Waits for a picture that is newer than the one seen last.
     *
     * @return its number; {@code seen} when none came in time
     */
    long next(Mat into, long seen, Duration timeout) throws InterruptedException;
}
