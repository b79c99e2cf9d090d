package io.lintel.access.pin;

import io.lintel.system.ExponentialBackoff;
import io.lintel.system.FailureDelay;
import java.time.Duration;

/**
 * How a PIN is asked for.
 *
 * @param patience how long somebody has to type it, from the moment it is asked for or a wrong one was typed
 * @param tries wrong ones until the person is turned away
 * @param freeFailures wrong ones of one person in a row that cost no wait
 * @param firstWait what the next one costs; doubles with each
 * @param longestWait where doubling ends. Four tries an hour in the end: 10,000 PINs take 100 days
 */
public record PinSettings(Duration patience, int tries, int freeFailures, Duration firstWait, Duration longestWait) {

    public static final PinSettings DEFAULT =
            new PinSettings(Duration.ofSeconds(20), 3, 5, Duration.ofSeconds(30), Duration.ofMinutes(15));

    public PinSettings {
        if (!patience.isPositive() || tries < 1 || freeFailures < tries) {
            throw new IllegalArgumentException("a PIN needs a positive patience and 1 <= tries <= freeFailures");
        }
        if (!firstWait.isPositive() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("a PIN needs 0 < firstWait <= longestWait");
        }
    }

    /** How wrong PINs of one person are slowed down. */
    FailureDelay delay() {
        return new FailureDelay(freeFailures, new ExponentialBackoff(firstWait, longestWait), FailureDelay.FOR_GOOD);
    }
}
