package io.lintel.door;

/** The settings that a pulse obeys, in nanoseconds. */
record PulseLimits(long pulseNanos, long maximumNanos, RelockOn relockOn, long openingGraceNanos) {

    static PulseLimits of(DoorSettings settings) {
        return new PulseLimits(
                settings.unlockTime().toNanos(),
                settings.longestUnlock().toNanos(),
                settings.relockOn(),
                settings.openingGrace().toNanos());
    }
}
