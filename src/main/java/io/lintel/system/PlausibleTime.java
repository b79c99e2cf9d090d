package io.lintel.system;

import java.time.Instant;

/**
 * Whether the wall clock can be right. A machine without a battery-backed clock starts in 1970 until it has reached a time
 * server.
 */
public final class PlausibleTime {

    /** No Lintel existed before. */
    public static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private PlausibleTime() {}

    /** False: nothing that depends on the time of day may open a door. */
    public static boolean isPlausible(Instant now) {
        return !now.isBefore(EARLIEST);
    }
}
