package io.lintel.camera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * One slot between the capture thread and the vision thread: a newer picture replaces the unread one, so that a decision
 * is always about now. The memory of three pictures goes round: one being written, one waiting, one being read; nothing
 * is allocated per frame. Thread-safe, for one writer and one reader at a time.
 */
public final class FrameMailbox implements AutoCloseable {

    /** Being written, waiting, being read. */
    private static final int ENOUGH = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final ArrayDeque<Mat> spares = new ArrayDeque<>();
    private @Nullable Writer writer;
    private @Nullable Mat waiting;
    private @Nullable Mat lent;
    private long capturedNanos;
    private long sequence;
    private long lentSequence;
    private long replaced;
    private int owned;
    private int cutOff;
    private boolean closed;

    /**
     * Waits for a picture that has not been taken yet.
     *
     * @return the newest one, to be closed before the next take; null when the time is over or the mailbox closed
     * @throws IllegalStateException if the previous frame has not been closed
     */
    public @Nullable Frame take(Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            if (lent != null) {
                throw new IllegalStateException("close the previous frame before taking the next one");
            }
            while (waiting == null && !closed && left > 0) {
                left = arrival.awaitNanos(left);
            }
            return waiting == null ? null : lend(waiting);
        } finally {
            lock.unlock();
        }
    }

    private Frame lend(Mat picture) {
        waiting = null;
        lent = picture;
        lentSequence = sequence;
        long number = sequence;
        return new Frame(picture, number, capturedNanos, () -> giveBack(picture, number));
    }

    private void giveBack(Mat picture, long number) {
        lock.lock();
        try {
            // a frame closed for the second time must not take the picture of a later one away
            if (lent != null && lentSequence == number) {
                lent = null;
                recycle(picture);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Pictures whose memory is held: three, and one more for each writer that hangs. */
    int owned() {
        lock.lock();
        try {
            return owned;
        } finally {
            lock.unlock();
        }
    }

    /** Frames that nobody took because a newer one came. */
    public long replaced() {
        lock.lock();
        try {
            return replaced;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the unread picture: its camera is gone. */
    void discard() {
        lock.lock();
        try {
            if (waiting != null) {
                recycle(waiting);
                waiting = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The only one who may write from now on; an earlier writer is cut off. */
    Writer newWriter() {
        lock.lock();
        try {
            if (writer != null) {
                writer.revoke();
            }
            writer = new Writer(spare());
            return writer;
        } finally {
            lock.unlock();
        }
    }

    private Mat spare() {
        Mat spare = spares.poll();
        if (spare != null) {
            return spare;
        }
        owned++;
        return new Mat();
    }

    /** Keeps a picture's memory for the next one, unless that of a writer who was cut off has been replaced meanwhile. */
    private void recycle(Mat picture) {
        if (closed || owned > ENOUGH + cutOff) {
            owned--;
            picture.release();
        } else {
            spares.add(picture);
        }
    }

    /** Frees the pictures; one that is being read or written is freed when it comes back. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            discard();
            owned -= spares.size();
            spares.forEach(Mat::release);
            spares.clear();
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * One capture thread's hold on the mailbox. A thread that hangs in a driver keeps its picture and is cut off; what it
     * delivers when it comes back is dropped.
     */
    final class Writer implements AutoCloseable {

        private Mat buffer;
        private boolean revoked;
        private boolean returned;

        private Writer(Mat buffer) {
            this.buffer = buffer;
        }

        /** Where to put the next picture. Another one after each {@link #publish}. */
        Mat buffer() {
            return buffer;
        }

        /** Puts the buffer into the slot. */
        void publish(long nanos) {
            lock.lock();
            try {
                if (revoked || returned || closed) {
                    return;
                }
                if (waiting != null) {
                    replaced++;
                    spares.add(waiting);
                }
                waiting = buffer;
                capturedNanos = nanos;
                sequence++;
                buffer = spare();
                arrival.signal();
            } finally {
                lock.unlock();
            }
        }

        /** Cuts this writer off; a buffer that its thread is writing to stays with it until {@link #close}. */
        void revoke() {
            lock.lock();
            try {
                cutOff += revoked || returned ? 0 : 1;
                revoked = true;
            } finally {
                lock.unlock();
            }
        }

        /** Gives the buffer back. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (!returned) {
                    returned = true;
                    cutOff -= revoked ? 1 : 0;
                    recycle(buffer);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
