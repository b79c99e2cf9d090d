package io.lintel.gallery.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PhotoGateTest {

    /** Twelve uploads at once took 2 GB. */
    @Test
    void howeverManySendPhotosOneIsDecodedAtATime() throws Exception {
        PhotoGate gate = new PhotoGate(PhotoLimits.DEFAULT, 20, Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(12);
        for (int i = 0; i < 12; i++) {
            Thread.ofVirtual().start(() -> {
                try (PhotoGate.Turn turn = gate.enter()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();

        assertThat(most).hasValue(1);
    }

    @Test
    void whenTooManyWaitTheNextIsTurnedAwayAtOnce() {
        PhotoGate gate = new PhotoGate(PhotoLimits.DEFAULT, 1, Duration.ofMinutes(1));
        PhotoGate.Turn first = gate.enter();
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> gate.enter().close());
        await().untilAsserted(() -> assertThatThrownBy(gate::enter).isInstanceOf(PhotoGateBusyException.class));

        first.close();
        second.join();

        gate.enter().close();
    }

    @Test
    void whoHasWaitedLongEnoughIsTold() {
        PhotoGate gate = new PhotoGate(PhotoLimits.DEFAULT, 1, Duration.ofMillis(1));
        try (PhotoGate.Turn turn = gate.enter()) {
            assertThatThrownBy(gate::enter)
                    .isInstanceOf(PhotoGateBusyException.class)
                    .hasMessageContaining("Other photos");
        }
    }

    @Test
    void aTurnThatIsOverReadsNothing() {
        PhotoGate.Turn turn = PhotoGate.ofProcess().enter();
        turn.close();

        assertThatThrownBy(turn::photos).isInstanceOf(IllegalStateException.class);
    }
}
