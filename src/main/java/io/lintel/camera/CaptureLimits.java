package io.lintel.camera;

import java.time.Duration;

/**
 * How patient the supervision of a camera is.
 *
 * @param openWithin an attempt to open that takes longer is given up; 10 s, what {@link Camera#open} promises
 * @param frozenAfter without a picture for this long the camera counts as frozen; 3 s
 * @param lostAfter without a picture for this long it is abandoned and opened anew; 5 s, so that a hiccup of the network
 *     can end by itself
 * @param stillAfter a sensor whose pictures do not differ in one bit for this long is stuck, covered or in the dark;
 *     10 s: longer than the key frame interval of ordinary network cameras, which may repeat pictures in between
 * @param stableAfter live for this long, a camera's next loss starts the ladder from the bottom; 10 s
 * @param mostAbandoned threads that hang in a driver before no further attempt is made; 3
 */
public record CaptureLimits(
        Duration openWithin,
        Duration frozenAfter,
        Duration lostAfter,
        Duration stillAfter,
        Duration stableAfter,
        int mostAbandoned) {

    private static final CaptureLimits DEFAULTS = new CaptureLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            3);

    public static CaptureLimits defaults() {
        return DEFAULTS;
    }
}
