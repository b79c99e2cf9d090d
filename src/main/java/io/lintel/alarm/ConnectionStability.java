package io.lintel.alarm;

import io.lintel.system.MonotonicClock;
import java.time.Duration;

/** Whether connections end again and again soon after they were made. Not thread-safe. */
final class ConnectionStability {

    /** A connection that lasted this long was a good one; longer than the longest pause between two attempts would hide flapping. */
    static final Duration LASTING = Duration.ofMinutes(1);

    private static final int TOO_OFTEN = 3;

    private final MonotonicClock clock;
    private long opened;
    private int lostSoon;

    ConnectionStability(MonotonicClock clock) {
        this.clock = clock;
    }

    void opened() {
        opened = clock.nanos();
    }

    /** A connection that had been opened was lost. */
    void lost() {
        lostSoon = lasted() ? 0 : lostSoon + 1;
    }

    /** While there is a connection. */
    boolean isUnstable() {
        if (lasted()) {
            lostSoon = 0;
        }
        return lostSoon >= TOO_OFTEN;
    }

    private boolean lasted() {
        return clock.nanos() - opened >= LASTING.toNanos();
    }
}
