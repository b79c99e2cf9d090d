package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryWatchTest {

    private long now = Long.MAX_VALUE - 5;
    private final DeliveryWatch watch = new DeliveryWatch("test", () -> now);

    @Test
    void waitingNotificationsWithoutDeliveryAreUnhealthy() {
        assertThat(watch.waiting(0)).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(watch.waiting(1)).as("has just come").isEmpty();
        pass(DeliveryWatch.STALLED_AFTER);
        assertThat(watch.waiting(3)).isEqualTo("nothing was delivered for 90 s while 3 wait");
        watch.delivered();
        assertThat(watch.waiting(2)).isEmpty();
    }

    @Test
    void whatWasGivenUpIsTroubleForADay() {
        assertThat(watch.dropped(0)).isEmpty();
        assertThat(watch.dropped(1)).contains("1 given up");
        watch.delivered();
        pass(Duration.ofHours(23));
        assertThat(watch.dropped(1)).contains("1 given up");
        pass(Duration.ofHours(1));
        assertThat(watch.dropped(1)).isEmpty();
        assertThat(watch.dropped(2)).contains("2 given up");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
