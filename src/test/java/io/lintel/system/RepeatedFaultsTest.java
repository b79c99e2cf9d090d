package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RepeatedFaultsTest {

    private long now;
    private final RepeatedFaults faults = new RepeatedFaults(() -> now);

    @Test
    void eventsThatAnybodyCanCauseAreReportedOnceAMinuteWithACount() {
        assertThat(faults.tell("a")).isEqualTo(OptionalInt.of(0));
        for (int i = 0; i < 500; i++) {
            assertThat(faults.tell("a")).isEmpty();
        }
        assertThat(faults.tell("b")).isEqualTo(OptionalInt.of(0));

        now += Duration.ofMinutes(1).toNanos();

        assertThat(faults.tell("a")).isEqualTo(OptionalInt.of(500));
    }
}
