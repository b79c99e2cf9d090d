package io.lintel.door;

import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Numbers and stamps the machine's transitions and offers them to every listener. Used by the door thread; never waits. */
final class EventFanout implements Consumer<Transition> {

    private final InstantSource wallClock;
    private final List<ListenerQueue> queues = new CopyOnWriteArrayList<>();
    private long sequence;

    EventFanout(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** Only before {@link #start}: no listener misses the beginning. */
    void add(ListenerQueue queue) {
        queues.add(queue);
    }

    void start() {
        queues.forEach(ListenerQueue::start);
    }

    @Override
    public void accept(Transition step) {
        sequence++;
        DoorEvent event = new DoorEvent(
                sequence, wallClock.instant(), step.kind(), step.before(), step.after(), step.cause(), step.note());
        for (ListenerQueue queue : queues) {
            queue.offer(event);
        }
    }

    boolean hasRoomForGrants() {
        return queues.stream().allMatch(ListenerQueue::hasRoomForGrants);
    }

    /** Hands out what is queued, for at most the given time altogether. */
    void close(Duration atMost) {
        long end = MonotonicClock.SYSTEM.nanos() + atMost.toNanos();
        queues.forEach(ListenerQueue::finish);
        for (ListenerQueue queue : queues) {
            queue.close(Duration.ofNanos(Math.max(0, end - MonotonicClock.SYSTEM.nanos())));
        }
    }
}
