package io.lintel.gallery.photo;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one way in for photos, whoever sends them and however: one caller at a time decodes and works on what it decoded, so that the memory
 * of the program does not grow with the number of clients, and the door keeps a core. Fair; a few may wait, more are turned away. One
 * instance a process. Thread-safe.
 */
public final class PhotoGate {

    private final PhotoLimits limits;
    private final Semaphore waiting;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * @param waiting how many requests may wait, each on a thread of its own
     * @param patience how long one of them waits
     */
    public PhotoGate(PhotoLimits limits, int waiting, Duration patience) {
        this.limits = limits;
        this.waiting = new Semaphore(waiting);
        this.patience = patience;
    }

    /** For this process: the largest photos take some 2 s each, requests bring up to three. 4 of the 16 web workers may wait. */
    public static PhotoGate ofProcess() {
        return new PhotoGate(PhotoLimits.DEFAULT, 4, Duration.ofSeconds(20));
    }

    /**
     * For somebody who waits for the answer. To be closed when the decoded pictures are released; not to be taken twice by one thread.
     *
     * @throws PhotoGateBusyException when too many wait already, or the wait is over
     */
    public Turn enter() {
        if (turn.tryAcquire()) {
            return new Turn();
        }
        if (!waiting.tryAcquire()) {
            throw new PhotoGateBusyException();
        }
        try {
            if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PhotoGateBusyException();
            }
            return new Turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhotoGateBusyException();
        } finally {
            waiting.release();
        }
    }

    /** For work in the background that has all the time: an import's next person. */
    public Turn enterPatiently() {
        try {
            turn.acquire();
            return new Turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhotoGateBusyException();
        }
    }

    /** The right to read photos until it is closed. One thread's. */
    public final class Turn implements AutoCloseable {

        private boolean open = true;

        private Turn() {}

        /** Loads OpenCV if nothing else has. */
        public PhotoReader photos() {
            if (!open) {
                throw new IllegalStateException("this turn is over");
            }
            return new PhotoReader(limits);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                turn.release();
            }
        }
    }
}
