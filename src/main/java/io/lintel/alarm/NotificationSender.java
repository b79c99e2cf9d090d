package io.lintel.alarm;

import io.lintel.system.ExponentialBackoff;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notices to one receiver, in order, from a thread of its own, until it has taken them. Nobody waits for it. A notice
 * may arrive twice: its id tells. Thread-safe.
 */
public final class NotificationSender implements AutoCloseable {

    private static final Logger LOG = System.getLogger(NotificationSender.class.getName());
    private static final long IDLE_MILLIS = 5_000;
    private static final ExponentialBackoff RETRIES =
            new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Transport transport;
    private final NotificationQueue queue;
    private final Pause pause;
    private final DeliveryWatch watch;
    private final Thread thread;

    private int failures;
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
    public NotificationSender(Transport transport, Path folder, int limit) {
        this(transport, folder, limit, Thread::sleep, MonotonicClock.SYSTEM);
    }

    NotificationSender(Transport transport, Path folder, int limit, Pause pause, MonotonicClock clock) {
        this.transport = transport;
        this.queue = new NotificationQueue(folder, limit);
        this.pause = pause;
        this.watch = new DeliveryWatch(transport.name(), clock);
        this.thread = Thread.ofPlatform().daemon().name("alarm-outlet").start(this::run);
    }

    /** Takes a notice; returns when it is on disk. */
    public void offer(Notification notice) {
        watch.waiting(queue.size());
        queue.add(notice);
        watch.waiting(queue.size());
    }

    /** What the door's state is from now on, for receivers that show it. */
    public void doorState(String json) {
        transport.doorState(json);
        queue.wake();
    }

    public SenderStatus status() {
        int waiting = queue.size();
        long dropped = queue.dropped() + refused;
        String stall = watch.waiting(waiting);
        String loss = watch.dropped(dropped);
        String wrong = List.of(fault, stall, transport.warning()).stream()
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        return new SenderStatus(transport.name(), waiting, delivered, dropped, wrong, loss);
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
        Notification notice = queue.oldest(IDLE_MILLIS);
        try {
            if (notice == null) {
                transport.idle();
            } else {
                transport.deliver(notice);
                queue.taken(notice);
                watch.delivered();
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
        failures = 0;
        if (!fault.isEmpty()) {
            LOG.log(Level.INFO, "alarm outlet={0} works again", transport.name());
            fault = "";
        }
    }

    private void fails(@Nullable Notification notice, DeliveryException failed) throws InterruptedException {
        if (Thread.currentThread().isInterrupted() || closing) {
            throw new InterruptedException("closing");
        }
        String why = String.valueOf(failed.getMessage());
        if (failed.isHopeless() && notice != null) {
            LOG.log(Level.ERROR, "alarm outlet={0} refused id={1}: {2}", transport.name(), notice.id(), why);
            queue.taken(notice);
            refused++;
            watch.dropped(queue.dropped() + refused);
            return;
        }
        if (fault.isEmpty()) {
            LOG.log(Level.WARNING, "alarm outlet={0} fails, trying on: {1}", transport.name(), why);
        }
        fault = why;
        pause.of(RETRIES.after(++failures));
    }
}
