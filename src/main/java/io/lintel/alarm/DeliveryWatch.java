package io.lintel.alarm;

import io.lintel.system.MonotonicClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Sees what a delivery that hangs cannot say itself: that something waits and nothing goes out, for whatever reason; and remembers
 * that something was given up. Thread-safe.
 */
final class DeliveryWatch {

    /** Longer than the longest attempt that the settings allow. */
    static final Duration STALLED_AFTER = Duration.ofSeconds(90);

    /** A notice that was given up is trouble for this long: time for somebody to look, also overnight. */
    static final Duration LOSS_SHOWN_FOR = Duration.ofDays(1);

    private static final Logger LOG = System.getLogger(DeliveryWatch.class.getName());

    private final String name;
    private final MonotonicClock clock;
    private boolean somethingWaits;
    private boolean stalled;
    private long since;
    private long dropped;
    private long droppedAt;

    DeliveryWatch(String name, MonotonicClock clock) {
        this.name = name;
        this.clock = clock;
    }

    synchronized void delivered() {
        since = clock.nanos();
        if (stalled) {
            LOG.log(Level.INFO, "alarm outlet={0} delivers again", name);
            stalled = false;
        }
    }

    /** Looks at the queue. @return the trouble, empty when there is none */
    synchronized String waiting(int notices) {
        long now = clock.nanos();
        if (notices == 0 || !somethingWaits) {
            since = now;
            somethingWaits = notices > 0;
        }
        long idle = now - since;
        if (!somethingWaits || idle < STALLED_AFTER.toNanos()) {
            return "";
        }
        if (!stalled) {
            stalled = true;
            LOG.log(
                    Level.WARNING,
                    "alarm outlet={0} has delivered nothing for {1} s, waiting={2}",
                    name,
                    idle / 1_000_000_000L,
                    notices);
        }
        return "nothing was delivered for " + idle / 1_000_000_000L + " s while " + notices + " wait";
    }

    /** Looks at how many were given up since the start. @return the trouble, empty when there was none within a day */
    synchronized String dropped(long count) {
        long now = clock.nanos();
        if (count > dropped) {
            droppedAt = now;
        }
        dropped = count;
        return count == 0 || now - droppedAt >= LOSS_SHOWN_FOR.toNanos()
                ? ""
                : count + " given up since the start; the log says which and why";
    }
}
