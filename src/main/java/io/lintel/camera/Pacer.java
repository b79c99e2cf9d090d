package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets pictures out at a steady pace. {@link #close} ends a wait at once, from any thread. */
final class Pacer implements AutoCloseable {

    /** Later than this a backlog is dropped rather than played in a burst. */
    private static final long MOST_BEHIND = Duration.ofSeconds(1).toNanos();

    private final MonotonicClock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long due;
    private boolean started;

    Pacer(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * Waits until the next picture is due.
     *
     * @param interval time from this picture to the next one; zero never waits
     * @return whether to go on; false once closed
     */
    boolean await(Duration interval) {
        long now = clock.nanos();
        if (!started || now - due > MOST_BEHIND) {
            started = true;
            due = now;
        }
        long wait = due - now;
        due += interval.toNanos();
        try {
            return !closed.await(Math.max(0, wait), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
