package io.lintel.system;

import java.time.Instant;

/**
 * Whether the wall clock can be right. A machine without a battery-backed clock starts in 1970 until it has reached a time
 * server.
 */
public final class PlausibleTime {

    /** No Lintel existed before. */
    public static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private PlausibleTime() {}

    /** Whether a time that somebody gives is one: in the years 1900 to 9999, so that it can be counted in milliseconds and shown. */
    public static boolean isStorable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** False: nothing that depends on the time of day may open a door. */
    public static boolean isPlausible(Instant now) {
        return !now.isBefore(EARLIEST);
    }
}
