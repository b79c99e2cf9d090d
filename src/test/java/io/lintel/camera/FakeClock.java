package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.time.Duration;

/** Time that stands still until a test moves it. */
final class FakeClock implements MonotonicClock {

    private volatile long now = 42_000_000_000L;

    @Override
    public long nanos() {
        return now;
    }

    synchronized void advance(Duration time) {
        now += time.toNanos();
    }
}
