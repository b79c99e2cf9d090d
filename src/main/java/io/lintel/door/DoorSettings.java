package io.lintel.door;

import io.lintel.system.LintelException;
import java.time.Duration;

/**
 * How a door behaves. Immutable and valid once made.
 *
 * @param pulse how long one grant or request-to-exit releases the lock; 0.5 to 30 s, default 3 s (terminals of this class
 *     offer 1 to 10 s)
 * @param maximum the longest that requests in a row can keep the lock released; {@code pulse} to 60 s, default 10 s. Only
 *     the explicit modes (fire, schedule, operator) hold it longer
 * @param relockOn what ends a pulse early, default {@link RelockOn#OPEN}
 * @param openingGrace an opening this soon after the lock has locked again still belongs to the grant: the leaf was already
 *     moving, and its contact is debounced; 0 to 5 s, default 1 s
 * @param preAlarm after how long an open leaf gives a warning, default 20 s; shorter than {@code heldOpenAfter}
 * @param heldOpenAfter after how long an open leaf is an alarm; 1 s to 1 h, default 30 s
 * @param wiring which relay level means locked, default {@link LockWiring#FAIL_SECURE}
 */
public record DoorSettings(
        Duration pulse,
        Duration maximum,
        RelockOn relockOn,
        Duration openingGrace,
        Duration preAlarm,
        Duration heldOpenAfter,
        LockWiring wiring) {

    private static final Duration SHORTEST_PULSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PULSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_MAXIMUM = Duration.ofSeconds(60);

    public static final DoorSettings DEFAULTS = new DoorSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            RelockOn.OPEN,
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            LockWiring.FAIL_SECURE);

    /** @throws LintelException naming the setting that is out of its range */
    public DoorSettings {
        within("pulse", pulse, SHORTEST_PULSE, LONGEST_PULSE);
        within("maximum", maximum, pulse, LONGEST_MAXIMUM);
        within("opening-grace", openingGrace, Duration.ZERO, Duration.ofSeconds(5));
        within("held-open-after", heldOpenAfter, Duration.ofSeconds(1), Duration.ofHours(1));
        within("pre-alarm", preAlarm, Duration.ofMillis(1), heldOpenAfter.minusMillis(1));
    }

    public DoorSettings withPulse(Duration value) {
        return new DoorSettings(value, maximum, relockOn, openingGrace, preAlarm, heldOpenAfter, wiring);
    }

    public DoorSettings withMaximum(Duration value) {
        return new DoorSettings(pulse, value, relockOn, openingGrace, preAlarm, heldOpenAfter, wiring);
    }

    public DoorSettings withRelockOn(RelockOn value) {
        return new DoorSettings(pulse, maximum, value, openingGrace, preAlarm, heldOpenAfter, wiring);
    }

    public DoorSettings withWiring(LockWiring value) {
        return new DoorSettings(pulse, maximum, relockOn, openingGrace, preAlarm, heldOpenAfter, value);
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new LintelException(
                    "door setting " + name + "=" + seconds(value) + " is out of range",
                    "set it between " + seconds(least) + " and " + seconds(most));
        }
    }

    private static String seconds(Duration value) {
        return value.toNanos() / 1e9 + "s";
    }
}
