package io.lintel.door;

import io.lintel.door.Cause.Origin;
import io.lintel.system.ExponentialBackoff;
import io.lintel.system.LintelException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One listener, its queue and its thread. The queue is bounded and {@link #offer} never waits. When it overflows, the newest
 * events are dropped, and the first event that fits again is preceded by one of kind EVENTS_LOST that names the gap: a
 * loss is itself told, and so is audited.
 */
final class ListenerQueue {

    private static final Logger LOG = System.getLogger(ListenerQueue.class.getName());

    /** Hours of a busy door; some 4 MB when full. */
    static final int CAPACITY = 4096;

    /** Places kept for events that cannot be refused. */
    private static final int RESERVE = CAPACITY / 10;

    private static final ExponentialBackoff PAUSES =
            new ExponentialBackoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final String name;
    private final DeliveryGuarantee delivery;
    private final DoorListener listener;
    private final BlockingQueue<DoorEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;

    private volatile boolean closing;
    private long lastSequence;

    ListenerQueue(String name, DeliveryGuarantee delivery, DoorListener listener) {
        this.name = name;
        this.delivery = delivery;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("door-to-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Never waits. */
    void offer(DoorEvent event) {
        if (!queue.offer(event)) {
            LOG.log(Level.ERROR, "door event lost listener={0} sequence={1}", name, event.sequence());
        }
    }

    /** Whether a grant may still cause events. */
    boolean hasRoomForGrants() {
        return delivery == DeliveryGuarantee.BEST_EFFORT || queue.remainingCapacity() > RESERVE;
    }

    /** Takes it that nothing more comes. */
    void finish() {
        closing = true;
    }

    /** Hands out what is queued, for at most the given time, then ends. */
    void close(Duration atMost) {
        finish();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(atMost)) {
                LOG.log(Level.ERROR, "door events lost at stop listener={0} count={1}", name, queue.size());
                thread.interrupt();
            }
        } catch (InterruptedException stop) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (DoorEvent event = next(); event != null; event = next()) {
                if (event.sequence() > lastSequence + 1) {
                    deliver(gapBefore(event));
                }
                deliver(event);
                lastSequence = event.sequence();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable DoorEvent next() throws InterruptedException {
        while (true) {
            boolean last = closing;
            DoorEvent event = queue.poll(last ? 0 : 100, TimeUnit.MILLISECONDS);
            if (event != null || last) {
                return event;
            }
        }
    }

    private void deliver(DoorEvent event) throws InterruptedException {
        for (int failures = 1; !taken(event, failures > 1); failures++) {
            Thread.sleep(PAUSES.after(failures));
        }
    }

    /** @param again whether it failed before, which is said once: on a disk that is full the log must not fill it further */
    private boolean taken(DoorEvent event, boolean again) {
        Level level = again ? Level.DEBUG : Level.ERROR;
        try {
            listener.onEvent(event);
            return true;
        } catch (LintelException expected) {
            String problem = expected.getMessage() + " (" + expected.remedy() + ")";
            LOG.log(level, "door listener={0} failed: {1}", name, problem);
            return delivery == DeliveryGuarantee.BEST_EFFORT;
        } catch (RuntimeException broken) {
            LOG.log(level, "door listener=" + name + " failed sequence=" + event.sequence(), broken);
            return delivery == DeliveryGuarantee.BEST_EFFORT;
        }
    }

    private DoorEvent gapBefore(DoorEvent event) {
        long first = lastSequence + 1;
        long last = event.sequence() - 1;
        String note = (last - first + 1) + " events lost, " + first + " to " + last;
        Cause cause = new Cause(Origin.SYSTEM, name);
        return new DoorEvent(last, event.at(), DoorEventKind.EVENTS_LOST, event.before(), event.before(), cause, note);
    }
}
