package io.lintel.camera;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Native memory that one thread uses and another may close. Freeing it under a running native call would crash the
 * process, and waiting for a call that hangs in a driver would hang the closer: so whoever leaves last frees.
 */
final class DeferredRelease implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable free;
    private volatile boolean closed;
    private boolean freed;

    /** @param free runs exactly once, after close, when nobody is inside */
    DeferredRelease(Runnable free) {
        this.free = free;
    }

    /** @throws CameraException if closed already */
    void inside(Runnable work) {
        lock.lock();
        try {
            if (closed) {
                throw new CameraException("the camera is closed", "start it again");
            }
            work.run();
        } finally {
            lock.unlock();
            freeIfAlone();
        }
    }

    /** Returns at once. */
    @Override
    public void close() {
        closed = true;
        freeIfAlone();
    }

    private void freeIfAlone() {
        if (!closed || !lock.tryLock()) {
            return;
        }
        try {
            if (!freed) {
                freed = true;
                free.run();
            }
        } finally {
            lock.unlock();
        }
    }
}
