package io.lintel.access;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when a test says so; wall clock and monotonic clock together. */
public final class FakeClock implements MonotonicClock, InstantSource {

    private Instant wall = Instant.parse("2026-11-23T09:00:00Z");
    private long nanos = 1_000_000_000_000L;

    public void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    public void setWall(Instant instant) {
        wall = instant;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return wall;
    }
}
