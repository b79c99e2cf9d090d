package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ListenerQueueTest {

    private final List<DoorEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void tellsWhichEventsItCouldNotKeep() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        ListenerQueue queue = new ListenerQueue("audit", DeliveryGuarantee.ESSENTIAL, event -> {
            hangs.countDown();
            awaitQuietly(slow);
            heard.add(event);
        });
        queue.start();
        queue.offer(event(1));
        hangs.await();
        for (int i = 2; i <= ListenerQueue.CAPACITY + 11; i++) {
            queue.offer(event(i));
        }
        assertThat(queue.hasRoomForGrants()).isFalse();
        slow.countDown();
        await().until(() -> heard.size() == ListenerQueue.CAPACITY + 1);
        queue.offer(event(ListenerQueue.CAPACITY + 12));
        await().until(() -> heard.size() == ListenerQueue.CAPACITY + 3);

        DoorEvent gap = heard.get(ListenerQueue.CAPACITY + 1);
        assertThat(gap.kind()).isEqualTo(DoorEventKind.EVENTS_LOST);
        assertThat(gap.note())
                .isEqualTo("10 events lost, " + (ListenerQueue.CAPACITY + 2) + " to " + (ListenerQueue.CAPACITY + 11));
        assertThat(queue.hasRoomForGrants()).isTrue();
        queue.close(Duration.ofSeconds(5));
    }

    @Test
    void handsOutWhatIsLeftWhenItCloses() {
        ListenerQueue queue = new ListenerQueue("audit", DeliveryGuarantee.ESSENTIAL, heard::add);
        for (int i = 1; i <= 100; i++) {
            queue.offer(event(i));
        }
        queue.start();
        queue.close(Duration.ofSeconds(5));

        assertThat(heard).hasSize(100);
    }

    @Test
    void doesNotWaitForEverForAListenerThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        ListenerQueue queue = new ListenerQueue("audit", DeliveryGuarantee.ESSENTIAL, event -> awaitQuietly(never));
        queue.start();
        queue.offer(event(1));

        queue.close(Duration.ofMillis(1));
    }

    private static DoorEvent event(long sequence) {
        DoorView view = new DoorView(DoorState.LOCKED, false, false, DoorModes.NONE, Set.of());
        return new DoorEvent(
                sequence, Instant.EPOCH, DoorEventKind.TAMPER_ON, view, view, new Cause(Cause.Origin.REX, ""), "");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
