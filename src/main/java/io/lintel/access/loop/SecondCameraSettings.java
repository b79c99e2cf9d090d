package io.lintel.access.loop;

import java.time.Duration;

/**
 * How a second camera is asked.
 *
 * @param kind what its pictures are
 * @param window how far apart the two pictures may be in time
 * @param tolerance how far apart the face may lie in the two pictures, in widths of the picture: the cameras stand side by side
 * @param leastRelief for depth pictures: how far a face must stand out from a plane, standard deviation in grey levels
 * @param withoutAnswer what holds while it has given no answer for a second: it is lost, or its light is off
 */
public record SecondCameraSettings(
        Kind kind, Duration window, double tolerance, double leastRelief, WithoutAnswer withoutAnswer) {

    public static final Duration WINDOW = Duration.ofMillis(200);

    /** What its pictures are. */
    public enum Kind {
        /** Screens are dark in it, most prints pale: the face must be found in it and be properly lit. */
        INFRARED,
        /** Grey is distance: the face must not be flat. */
        DEPTH
    }

    /** What holds while the second camera gives no answer. */
    public enum WithoutAnswer {
        /** Nobody is let in by their face, or covering the second camera would be a way around it. */
        KEEP_SHUT,
        /** The first camera decides alone, as if there were no second one. */
        FIRST_CAMERA
    }

    public SecondCameraSettings {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the window must be positive, not " + window);
        }
        if (!(tolerance > 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException(
                    "lintel.camera.second.tolerance must lie above 0 and be 0.5 at most, it is " + tolerance);
        }
        if (!(leastRelief > 0 && leastRelief <= 100)) {
            throw new IllegalArgumentException(
                    "lintel.camera.second.least-relief must lie above 0 and be 100 at most, it is " + leastRelief);
        }
    }
}
