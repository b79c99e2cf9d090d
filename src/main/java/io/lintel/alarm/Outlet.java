package io.lintel.alarm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notices to one receiver, in order, from a thread of its own, until it has taken them. Nobody waits for it. A notice
 * may arrive twice: its id tells. Thread-safe.
 */
public final class Outlet implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Outlet.class.getName());
    private static final long IDLE_MILLIS = 5_000;
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Transport transport;
    private final NoticeQueue queue;
    private final Pause pause;
    private final Backoff backoff = new Backoff();
    private final Thread thread;

    private volatile boolean closing;
    private volatile long delivered;
    private volatile long refused;
    private volatile String fault = "";

    /** Waits between attempts; a test need not. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * Begins with what waited before a restart.
     *
     * @param folder of this outlet alone
     * @param limit how many notices may wait, for example 1,000
     */
    public Outlet(Transport transport, Path folder, int limit) {
        this(transport, folder, limit, Thread::sleep);
    }

    Outlet(Transport transport, Path folder, int limit, Pause pause) {
        this.transport = transport;
        this.queue = new NoticeQueue(folder, limit);
        this.pause = pause;
        this.thread = Thread.ofPlatform().daemon().name("alarm-outlet").start(this::run);
    }

    /** Takes a notice; returns when it is on disk. */
    public void offer(Notice notice) {
        queue.add(notice);
    }

    public OutletStatus status() {
        return new OutletStatus(transport.name(), queue.size(), delivered, queue.dropped() + refused, fault);
    }

    /** Stops; what waits stays on disk for the next start. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(STOP);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        transport.close();
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        Notice notice = queue.oldest(IDLE_MILLIS);
        try {
            if (notice == null) {
                transport.idle();
            } else {
                transport.deliver(notice);
                queue.taken(notice);
                delivered++;
            }
            works();
        } catch (DeliveryException failed) {
            fails(notice, failed);
        } catch (RuntimeException fault) { // must not end the thread: nothing would be told any more
            LOG.log(Level.ERROR, "alarm outlet=" + transport.name() + " broke", fault);
            fails(notice, DeliveryException.later(fault.toString(), "report this with the log"));
        }
    }

    private void works() {
        backoff.reset();
        if (!fault.isEmpty()) {
            LOG.log(Level.INFO, "alarm outlet={0} works again", transport.name());
            fault = "";
        }
    }

    private void fails(@Nullable Notice notice, DeliveryException failed) throws InterruptedException {
        if (Thread.currentThread().isInterrupted() || closing) {
            throw new InterruptedException("closing");
        }
        String why = String.valueOf(failed.getMessage());
        if (failed.isHopeless() && notice != null) {
            LOG.log(Level.ERROR, "alarm outlet={0} refused id={1}: {2}", transport.name(), notice.id(), why);
            queue.taken(notice);
            refused++;
            return;
        }
        if (fault.isEmpty()) {
            LOG.log(Level.WARNING, "alarm outlet={0} fails, trying on: {1}", transport.name(), why);
        }
        fault = why;
        pause.of(backoff.next());
    }
}
