package io.lintel.door;

import java.time.Duration;

/** Settings for tests of the door: the values that most sites keep, and one changed at a time. */
public final class DoorSettingsFixture {

    public static final DoorSettings USUAL = new DoorSettings(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            RelockOn.OPEN,
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            LockWiring.FAIL_SECURE);

    private DoorSettingsFixture() {}

    public static DoorSettings with(RelockOn relockOn) {
        return of(USUAL.unlockTime(), USUAL.longestUnlock(), relockOn, USUAL.wiring());
    }

    public static DoorSettings with(LockWiring wiring) {
        return of(USUAL.unlockTime(), USUAL.longestUnlock(), USUAL.relockOn(), wiring);
    }

    public static DoorSettings withUnlockTimes(Duration unlockTime, Duration longestUnlock) {
        return of(unlockTime, longestUnlock, USUAL.relockOn(), USUAL.wiring());
    }

    private static DoorSettings of(Duration unlockTime, Duration longestUnlock, RelockOn relockOn, LockWiring wiring) {
        return new DoorSettings(
                unlockTime,
                longestUnlock,
                relockOn,
                USUAL.openingGrace(),
                USUAL.preAlarm(),
                USUAL.heldOpenAfter(),
                wiring);
    }
}
