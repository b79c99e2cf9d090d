package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecurringTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger turns = new AtomicInteger();

    private Recurring throwing(RuntimeException failure) {
        return Recurring.start("test", Duration.ofMillis(1), () -> {
            turns.incrementAndGet();
            throw failure;
        });
    }

    @Test
    void aTurnThatThrowsIsNotTheLast() {
        try (Recurring recurring = throwing(new IllegalStateException("broken"))) {
            await().until(() -> turns.get() > 3);
            assertThat(recurring.isResponsive(LONG)).isTrue();
        }
    }

    @Test
    void turnsThatBreakAreSilence() {
        try (Recurring recurring = throwing(new IllegalStateException("broken"))) {
            await().until(() -> turns.get() > 3 && !recurring.isResponsive(Duration.ofMillis(50)));
        }
    }

    @Test
    void turnsThatSayWhatToDoAreAnAnswer() {
        try (Recurring recurring = throwing(new LintelException("the disk is full", "delete something"))) {
            await().until(() -> turns.get() > 3);
            int before = turns.get();
            await().until(() -> turns.get() > before && recurring.isResponsive(Duration.ofMillis(500)));
        }
    }

    @Test
    void aHangingRunCountsAsUnresponsiveAndCanBeInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Recurring recurring = Recurring.start("test", Duration.ofMillis(1), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> !recurring.isResponsive(Duration.ofMillis(20)));

        recurring.close();

        interrupted.await();
        assertThat(recurring.isResponsive(LONG)).isFalse();
    }
}
