package io.lintel.system;

import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Does one thing again and again on a thread of its own, whatever a turn throws. Of failures in a row the first is logged.
 * Thread-safe.
 */
public final class Recurring implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Recurring.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Duration rest;
    private final Runnable turn;
    private final Thread thread;
    private volatile long lastTurn = MonotonicClock.SYSTEM.nanos();
    private boolean failing;

    private Recurring(String name, Duration rest, Runnable turn) {
        this.name = name;
        this.rest = rest;
        this.turn = turn;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * Begins with a turn.
     *
     * @param name the thread's, and that of the log
     * @param rest from the end of a turn to the next
     * @param turn may throw
     */
    public static Recurring start(String name, Duration rest, Runnable turn) {
        Recurring recurring = new Recurring(name, rest, turn);
        recurring.thread.start();
        return recurring;
    }

    /**
     * Whether a turn came to its end within this time. One that ended with a {@link LintelException} did: what it says can be
     * mended from outside, but not by starting the program again.
     */
    public boolean isResponsive(Duration silence) {
        return thread.isAlive() && MonotonicClock.SYSTEM.nanos() - lastTurn < silence.toNanos();
    }

    private void run() {
        try {
            while (true) {
                attempt();
                Thread.sleep(rest);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "{0} stopped", name);
        }
    }

    private void attempt() {
        try {
            turn.run();
            failing = false;
            lastTurn = MonotonicClock.SYSTEM.nanos();
        } catch (LintelException e) {
            lastTurn = MonotonicClock.SYSTEM.nanos();
            if (!failing) {
                LOG.log(Level.WARNING, "{0} failed, goes on: {1} ({2})", name, e.getMessage(), e.remedy());
            }
            failing = true;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.ERROR, name + " failed, goes on", e);
            }
            failing = true;
        }
    }

    /** Interrupts a turn, and waits five seconds for its end. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
