package io.lintel.access.loop;

import java.time.Duration;

/**
 * How a second camera is asked.
 *
 * @param kind what its pictures are
 * @param window how far apart the two pictures may be in time
 * @param tolerance how far apart the face may lie in the two pictures, in widths of the picture: the cameras stand side by side
 * @param leastRelief for depth pictures: how far a face must stand out from a plane, standard deviation in grey levels
 */
public record SecondCameraSettings(Kind kind, Duration window, double tolerance, double leastRelief) {

    public static final Duration WINDOW = Duration.ofMillis(200);

    /** What its pictures are. */
    public enum Kind {
        /** Screens are dark in it, most prints pale: the face must be found in it and be properly lit. */
        INFRARED,
        /** Grey is distance: the face must not be flat. */
        DEPTH
    }

    public SecondCameraSettings {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the window must be positive, not " + window);
        }
        if (!(tolerance > 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException("tolerance must lie in (0, 0.5], not " + tolerance);
        }
        if (!(leastRelief > 0 && leastRelief <= 100)) {
            throw new IllegalArgumentException("least-relief must lie in (0, 100], not " + leastRelief);
        }
    }
}
