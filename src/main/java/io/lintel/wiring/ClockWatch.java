package io.lintel.wiring;

import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Sees the wall clock jump: on a box without a battery clock the time arrives late from the network. Nothing at the door is timed by
 * it; but rows of the log and schedules are, so the log must say where the times before and after do not belong together.
 */
final class ClockWatch {

    /** From one look to the next: ten times what a busy box mistimes, a fifth of what matters to a schedule. */
    private static final Duration JUMP = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(ClockWatch.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** By how much, and what the clock said before and says after. */
    record Jump(Duration by, Instant before, Instant after) {}

    private final MonotonicClock clock;
    private final InstantSource wallClock;
    private final Consumer<Jump> jumped;
    private long lastNanos;
    private Instant lastWall;

    ClockWatch(MonotonicClock clock, InstantSource wallClock, Consumer<Jump> jumped) {
        this.clock = clock;
        this.wallClock = wallClock;
        this.jumped = jumped;
        this.lastNanos = clock.nanos();
        this.lastWall = wallClock.instant();
    }

    Recurring start() {
        return Recurring.start("clock-watch", LOOK_EVERY, this::look);
    }

    void look() {
        long nanos = clock.nanos();
        Instant wall = wallClock.instant();
        Instant expected = lastWall.plusNanos(nanos - lastNanos);
        Duration by = Duration.between(expected, wall);
        lastNanos = nanos;
        lastWall = wall;
        if (by.abs().compareTo(JUMP) >= 0) {
            LOG.log(Level.WARNING, "clock jumped by={0} from={1} to={2}", by, expected, wall);
            jumped.accept(new Jump(by, expected, wall));
        }
    }
}
