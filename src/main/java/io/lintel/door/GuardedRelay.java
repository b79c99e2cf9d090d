package io.lintel.door;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The relay as lock and release. Counts for itself how long the lock is released, apart from the {@link DoorMachine}, so that
 * a mistake there, or a door thread that hangs, is caught by {@link #enforce}. Thread-safe.
 */
final class GuardedRelay implements AutoCloseable {

    /** The door thread locks at the maximum; only when it has not done so by this much later the guard does. */
    static final Duration SLACK = Duration.ofMillis(100);

    /** A write that hangs longer than this in another thread is not waited for. */
    private static final long HANGS_MILLIS = 1_000;

    /** What the lock was last told. */
    private enum Position {
        LOCKED,
        PULSE,
        HELD
    }

    private final Relay relay;
    private final LockWiring wiring;
    private volatile long limitNanos;
    private final MonotonicClock clock;
    private final ReentrantLock writing = new ReentrantLock();

    private Position position = Position.LOCKED;
    private boolean certain;
    private boolean tripped;
    private long releasedAt;

    GuardedRelay(Relay relay, DoorSettings settings, MonotonicClock clock) {
        this.relay = relay;
        this.wiring = settings.wiring();
        this.limitNanos = limit(settings);
        this.clock = clock;
    }

    private static long limit(DoorSettings settings) {
        return settings.longestUnlock().plus(SLACK).toNanos();
    }

    /** Another maximum from now on. */
    void limitTo(DoorSettings settings) {
        limitNanos = limit(settings);
    }

    /** @throws RelayException if it did not obey; the next call then writes again */
    void lock() {
        writing.lock();
        try {
            tripped = false;
            move(Position.LOCKED);
        } finally {
            writing.unlock();
        }
    }

    /**
     * For at most the maximum. Ignored after the guard has locked, until somebody asks to lock.
     *
     * @throws RelayException if it did not obey
     */
    void releaseForPulse() {
        writing.lock();
        try {
            if (!tripped) {
                move(Position.PULSE);
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Until told otherwise, for a mode.
     *
     * @throws RelayException if it did not obey
     */
    void releaseForMode() {
        writing.lock();
        try {
            move(Position.HELD);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Locks a door that should have been locked.
     *
     * @return whether that was needed
     * @throws RelayException if the relay did not obey; the next call tries again
     */
    boolean enforce() throws InterruptedException {
        if (!writing.tryLock(HANGS_MILLIS, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            boolean overdue = position == Position.PULSE && clock.nanos() - releasedAt > limitNanos;
            if (overdue) {
                tripped = true;
                write(false);
                position = Position.LOCKED;
            }
            return overdue;
        } finally {
            writing.unlock();
        }
    }

    /** Takes the power away, for good. */
    @Override
    public void close() {
        boolean mine = false;
        try {
            mine = writing.tryLock(HANGS_MILLIS, TimeUnit.MILLISECONDS);
            position = Position.LOCKED;
            relay.close();
        } catch (InterruptedException stop) {
            relay.close();
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                writing.unlock();
            }
        }
    }

    private void move(Position next) {
        if (certain && next == position) {
            return;
        }
        boolean released = next != Position.LOCKED;
        boolean needed = !certain || released != (position != Position.LOCKED);
        startLimit(next);
        if (needed) {
            write(released);
        }
        position = next;
    }

    /** A release counts from the attempt on, and a lock that does not come counts as a release. */
    private void startLimit(Position next) {
        boolean pulse = next == Position.PULSE && position != Position.PULSE;
        boolean endOfMode = next == Position.LOCKED && position == Position.HELD;
        if (pulse || endOfMode) {
            releasedAt = clock.nanos();
            position = Position.PULSE;
        } else if (next == Position.HELD) {
            position = Position.HELD;
        }
    }

    private void write(boolean released) {
        certain = false;
        relay.energise(wiring.energised(released));
        certain = true;
    }
}
