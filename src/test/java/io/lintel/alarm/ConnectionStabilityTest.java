package io.lintel.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionStabilityTest {

    private long now;
    private final ConnectionStability stability = new ConnectionStability(() -> now);

    @Test
    void aConnectionThatEndsAgainAndAgainIsUnstableUntilOneLasts() {
        for (int i = 0; i < 3; i++) {
            assertThat(stability.isUnstable()).isFalse();
            stability.opened();
            now += Duration.ofSeconds(5).toNanos();
            stability.lost();
        }
        stability.opened();
        assertThat(stability.isUnstable()).isTrue();
        now += ConnectionStability.LASTING.toNanos();
        assertThat(stability.isUnstable()).isFalse();
    }

    @Test
    void anOccasionalLossIsNone() {
        for (int i = 0; i < 10; i++) {
            stability.opened();
            now += Duration.ofHours(1).toNanos();
            stability.lost();
        }
        assertThat(stability.isUnstable()).isFalse();
    }
}
