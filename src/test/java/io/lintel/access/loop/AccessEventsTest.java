package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.AccessAlarm;
import io.lintel.access.AccessEvent;
import io.lintel.access.DoorScreenMessage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AccessEventsTest {

    private final AccessEvents events = new AccessEvents();
    private final List<AccessEvent> heard = new CopyOnWriteArrayList<>();

    @Test
    void aListenerThatHangsHoldsUpNobodyElse() {
        CountDownLatch hanging = new CountDownLatch(1);
        events.subscribe(event -> {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        events.subscribe(heard::add);

        for (int i = 0; i < 100; i++) {
            events.accept(alarm(i));
        }

        await().until(() -> heard.size() == 100);
        hanging.countDown();
    }

    @Test
    void aListenerThatThrowsHearsTheNextEvent() {
        events.subscribe(event -> {
            heard.add(event);
            throw new IllegalStateException("listener broke");
        });

        events.accept(alarm(1));
        events.accept(alarm(2));

        await().until(() -> heard.size() == 2);
    }

    @Test
    void aSlowListenerGetsTheNewestViewAndEveryAlarm() {
        CountDownLatch busy = new CountDownLatch(1);
        events.subscribe(event -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            heard.add(event);
        });
        events.accept(alarm(0));
        for (int i = 1; i <= 1000; i++) {
            events.accept(view(i));
        }
        events.accept(alarm(1));
        busy.countDown();

        await().until(() -> heard.contains(view(1000)));
        assertThat(heard).contains(alarm(0), alarm(1)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void tooManyDecisionsForAListenerAreCountedAsDropped() {
        CountDownLatch busy = new CountDownLatch(1);
        Subscription subscription = events.subscribe(event -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        for (int i = 0; i < Subscription.CAPACITY + 50; i++) {
            events.accept(alarm(i));
        }

        assertThat(subscription.dropped()).isBetween(49L, 50L);
        busy.countDown();
    }

    @Test
    void aClosedSubscriptionHearsNothing() {
        Subscription subscription = events.subscribe(heard::add);
        subscription.close();

        events.accept(alarm(1));
        events.subscribe(event -> heard.add(view(7)));
        events.accept(alarm(2));

        await().until(() -> heard.contains(view(7)));
        assertThat(heard).doesNotContain(alarm(1), alarm(2));
    }

    private static AccessEvent view(long sequence) {
        return new AccessEvent.View(sequence, 640, 480, List.of(), new DoorScreenMessage.NoOne());
    }

    private static AccessEvent alarm(int attacks) {
        return new AccessEvent.Alarmed(new AccessAlarm.RepeatedSpoofs(attacks), Instant.EPOCH);
    }
}
