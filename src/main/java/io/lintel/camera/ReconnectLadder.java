package io.lintel.camera;

import java.time.Duration;

/**
 * How long to wait before a camera is tried again: go2rtc's ladder, with a low ceiling while the camera was seen live a
 * short time ago. docs/decisions/0040-camera-comes-back.md says why.
 */
final class ReconnectLadder {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration MIDDLE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration LAST = Duration.ofSeconds(60);

    /** A camera that delivered within this time is expected back any moment. */
    private static final Duration EXPECTED_BACK = Duration.ofMinutes(15);

    private ReconnectLadder() {}

    /**
     * @param failures attempts in a row that failed, from 1
     * @param sinceLive time since the last picture; longer than anything if there never was one
     */
    static Duration pause(int failures, Duration sinceLive) {
        if (failures <= 5 || sinceLive.compareTo(EXPECTED_BACK) < 0) {
            return SHORT;
        } else if (failures <= 10) {
            return MIDDLE;
        } else if (failures <= 20) {
            return LONG;
        }
        return LAST;
    }
}
