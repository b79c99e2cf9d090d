package io.lintel.system;

import java.time.Duration;

/**
 * How the wait grows with failures: nothing for the first ones, then a backoff.
 *
 * @param free failures that cost nothing
 * @param backoff the waits after these
 * @param memory a key that has not failed for so long starts anew
 */
public record FailureDelay(int free, ExponentialBackoff backoff, Duration memory) {

    /** Longer than any process runs. */
    public static final Duration FOR_GOOD = Duration.ofNanos(Long.MAX_VALUE);

    /** @param failures so far, 0 or more */
    Duration after(int failures) {
        return failures < free ? Duration.ZERO : backoff.after(failures - free + 1);
    }
}
