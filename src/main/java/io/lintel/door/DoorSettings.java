package io.lintel.door;

import io.lintel.system.LintelException;
import java.time.Duration;

/**
 * How a door behaves. Immutable and valid once made; the defaults are those of {@code lintel.door}.
 *
 * @param unlockTime how long one grant or request-to-exit releases the lock; 0.5 to 30 s (terminals of this class
 *     offer 1 to 10 s)
 * @param longestUnlock the longest that requests in a row can keep the lock released; {@code unlockTime} to 60 s. Only
 *     the explicit modes (fire, schedule, operator) hold it longer
 * @param relockOn what ends an unlock time early
 * @param openingGrace an opening this soon after the lock has locked again still belongs to the grant: the leaf was already
 *     moving, and its contact is debounced; 0 to 5 s
 * @param preAlarm after how long an open leaf gives a warning; shorter than {@code heldOpenAfter}
 * @param heldOpenAfter after how long an open leaf is an alarm; 1 s to 1 h
 * @param wiring which relay level means locked
 */
public record DoorSettings(
        Duration unlockTime,
        Duration longestUnlock,
        RelockOn relockOn,
        Duration openingGrace,
        Duration preAlarm,
        Duration heldOpenAfter,
        LockWiring wiring) {

    private static final Duration SHORTEST_UNLOCK = Duration.ofMillis(500);
    private static final Duration LONGEST_UNLOCK_TIME = Duration.ofSeconds(30);
    private static final Duration LONGEST_MAXIMUM = Duration.ofSeconds(60);

    /** @throws LintelException naming the setting that is out of its range */
    public DoorSettings {
        within("unlock-time", unlockTime, SHORTEST_UNLOCK, LONGEST_UNLOCK_TIME);
        within("longest-unlock", longestUnlock, unlockTime, LONGEST_MAXIMUM);
        within("opening-grace", openingGrace, Duration.ZERO, Duration.ofSeconds(5));
        within("held-open-after", heldOpenAfter, Duration.ofSeconds(1), Duration.ofHours(1));
        within("pre-alarm", preAlarm, Duration.ofMillis(1), heldOpenAfter.minusMillis(1));
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new LintelException(
                    "lintel.door." + name + "=" + seconds(value) + " is out of range",
                    "set it between " + seconds(least) + " and " + seconds(most));
        }
    }

    private static String seconds(Duration value) {
        return value.toNanos() / 1e9 + "s";
    }
}
