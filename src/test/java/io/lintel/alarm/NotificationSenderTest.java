package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.MonotonicClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationSenderTest {

    @TempDir
    Path folder;

    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @Test
    void triesUntilTheReceiverHasTakenItAndKeepsTheOrder() {
        for (int i = 0; i < 12; i++) {
            failures.add(DeliveryException.later("the receiver answered 503", "wait"));
        }
        try (NotificationSender outlet = outlet()) {
            outlet.offer(new Notification("1", "{}"));
            outlet.offer(new Notification("2", "{}"));

            await().untilAsserted(() -> assertThat(delivered).containsExactly("1", "2"));
            await().until(() -> outlet.status().equals(new SenderStatus("test", 0, 2, 0, "", "")));
        }
        assertThat(pauses)
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    }

    @Test
    void passesOverWhatTheReceiverDoesNotUnderstand() {
        failures.add(DeliveryException.never("the receiver answered 400", "see the form"));
        try (NotificationSender outlet = outlet()) {
            outlet.offer(new Notification("1", "{}"));
            outlet.offer(new Notification("2", "{}"));

            await().untilAsserted(() -> assertThat(delivered).containsExactly("2"));
            assertThat(outlet.status().dropped()).isEqualTo(1);
            assertThat(outlet.status().trouble())
                    .as("a later success does not hide it")
                    .contains("1 given up");
        }
    }

    @Test
    void tellsItsFaultWhileItLasts() {
        NotificationSender.Pause never = time -> {
            pauses.add(time);
            Thread.sleep(Duration.ofDays(1));
        };
        failures.add(DeliveryException.later("the receiver answered 503", "wait"));
        try (NotificationSender outlet =
                new NotificationSender(new Receiver(), folder, 10, never, MonotonicClock.SYSTEM)) {
            outlet.offer(new Notification("1", "{}"));
            await().until(() -> outlet.status().fault().equals("the receiver answered 503"));
            assertThat(outlet.status().waiting()).isEqualTo(1);
        }
        try (NotificationSender next = outlet()) {
            await().untilAsserted(() -> assertThat(delivered).containsExactly("1"));
            assertThat(next.status().fault()).isEmpty();
        }
    }

    @Test
    void aFaultOfItsOwnDoesNotEndIt() {
        failures.add(new IllegalArgumentException("no NetworkModule installed for scheme tcp"));
        try (NotificationSender outlet = outlet()) {
            outlet.offer(new Notification("1", "{}"));

            await().untilAsserted(() -> assertThat(delivered).containsExactly("1"));
            await().untilAsserted(() -> assertThat(outlet.status().fault()).isEmpty());
        }
        assertThat(pauses).hasSize(1);
    }

    private NotificationSender outlet() {
        return new NotificationSender(new Receiver(), folder, 10, pauses::add, MonotonicClock.SYSTEM);
    }

    private final class Receiver implements Transport {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public void deliver(Notification notice) {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            delivered.add(notice.id());
        }

        @Override
        public void close() {}
    }
}
