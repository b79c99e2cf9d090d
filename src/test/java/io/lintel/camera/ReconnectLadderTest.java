package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconnectLadderTest {

    private static final Duration NEVER = Duration.ofDays(10_000);

    @Test
    void aCameraThatNeverDeliveredIsTriedLessAndLessOften() {
        assertThat(IntStream.rangeClosed(1, 23)
                        .mapToObj(failures ->
                                ReconnectLadder.pause(failures, NEVER).toSeconds()))
                .containsExactly(
                        1L, 1L, 1L, 1L, 1L, 5L, 5L, 5L, 5L, 5L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 60L,
                        60L, 60L);
        assertThat(ReconnectLadder.pause(1_000_000, NEVER)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aCameraThatDeliveredInTheLastQuarterHourIsTriedEverySecond() {
        Duration justNow = Duration.ofMinutes(15).minusNanos(1);

        assertThat(ReconnectLadder.pause(500, justNow)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ReconnectLadder.pause(500, Duration.ofMinutes(15))).isEqualTo(Duration.ofSeconds(60));
    }
}
