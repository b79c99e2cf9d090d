package io.lintel.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when a test says so; wall clock and monotonic clock together. Thread-safe. */
public final class FakeClock implements MonotonicClock, InstantSource {

    private final AtomicLong nanos;
    private volatile Instant wall = Instant.parse("2026-11-23T09:00:00Z");

    public FakeClock() {
        this(1_000_000_000_000L);
    }

    private FakeClock(long nanos) {
        this.nanos = new AtomicLong(nanos);
    }

    /** Five seconds before its number overflows, which a real nanoTime may do at any moment. */
    public static FakeClock closeToOverflow() {
        return new FakeClock(Long.MAX_VALUE - 5_000_000_000L);
    }

    public synchronized void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
        wall = wall.plus(time);
    }

    public void setWall(Instant instant) {
        wall = instant;
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return wall;
    }
}
