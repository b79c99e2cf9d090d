package io.lintel.service;

import java.time.Duration;
import org.opencv.core.Mat;

/** Gives the present picture of the door's camera. */
@FunctionalInterface
public interface CameraPictures {

    /**
     * Waits for a picture and copies it.
     *
     * @return false if there is no camera, or no picture comes in time
     */
    boolean next(Mat into, Duration patience) throws InterruptedException;
}
