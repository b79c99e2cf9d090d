package io.lintel.door;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Watches over the maximum from a thread of its own: when the door thread has not locked in time, for whatever reason, this
 * one does.
 */
final class RelayGuard implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RelayGuard.class.getName());
    private static final long PERIOD_MILLIS = 50;

    private final GuardedRelay relay;
    private final Runnable enforced;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("door-guard").unstarted(this::run);

    private boolean failing;

    /** @param enforced told after the guard had to lock; must not block */
    RelayGuard(GuardedRelay relay, Runnable enforced) {
        this.relay = relay;
        this.enforced = enforced;
    }

    void start() {
        thread.start();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (relay.enforce()) {
                LOG.log(Level.ERROR, "door maximum enforced by the guard");
                enforced.run();
            }
            failing = false;
        } catch (RelayException failed) {
            if (!failing) {
                LOG.log(Level.ERROR, "door guard cannot lock, keeps trying: {0}", failed.getMessage());
            }
            failing = true;
        }
    }
}
