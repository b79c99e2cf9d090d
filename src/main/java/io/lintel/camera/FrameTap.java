package io.lintel.camera;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.opencv.core.Mat;

/**
 * Copies of the newest picture for onlookers such as a live page or a guided enrolment, beside the {@link FrameMailbox}: they
 * take nothing away from the vision thread, and the capture thread never waits for them. While nobody looks nothing is copied.
 * Thread-safe, for any number of onlookers.
 */
public final class FrameTap implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Mat newest = new Mat();
    private final AtomicLong offered = new AtomicLong();
    private volatile int onlookers;
    private long copied;
    private boolean closed;

    FrameTap() {}

    /**
     * Waits for a picture that is newer than the one seen last.
     *
     * @param into receives a copy of the picture, BGR, 8 bits, 3 channels; stays the caller's
     * @param seen the number of the picture seen last; 0 for none
     * @return the picture's number, above {@code seen}; {@code seen} itself when none came in time
     */
    public long next(Mat into, long seen, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            onlookers++;
            while (!isNews(seen) && !closed && left > 0) {
                left = arrival.awaitNanos(left);
            }
            if (closed || !isNews(seen)) {
                return seen;
            }
            newest.copyTo(into);
            return copied;
        } finally {
            onlookers--;
            lock.unlock();
        }
    }

    /** A copy that later pictures have passed by, because nobody looked, is old. */
    private boolean isNews(long seen) {
        return copied > seen && copied == offered.get();
    }

    /** The capture thread's part. A picture that comes while an onlooker copies the one before is left out. */
    void offer(Mat picture) {
        long number = offered.incrementAndGet();
        if (onlookers == 0 || !lock.tryLock()) {
            return;
        }
        try {
            if (!closed) {
                picture.copyTo(newest);
                copied = number;
                arrival.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the copy: its camera is gone. */
    void discard() {
        lock.lock();
        try {
            copied = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            newest.release();
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
