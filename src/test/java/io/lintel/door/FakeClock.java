package io.lintel.door;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that a test moves; starts close to the overflow that a real nanoTime may show at any moment. */
public final class FakeClock implements MonotonicClock {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
