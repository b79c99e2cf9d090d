package io.lintel.system;

import java.time.Duration;

/**
 * Waits that double with each failure, up to a limit.
 *
 * @param first the wait after the first failure, above 0
 * @param longest where doubling ends, not shorter than the first
 */
public record ExponentialBackoff(Duration first, Duration longest) {

    public ExponentialBackoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a backoff needs 0 < first <= longest, it has " + first + " and " + longest);
        }
    }

    /** @param failures so far, 1 or more */
    public Duration after(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("nothing failed: " + failures);
        }
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
