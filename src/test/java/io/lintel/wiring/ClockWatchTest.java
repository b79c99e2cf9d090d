package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A box without a battery clock starts in the past; its time comes late, in one jump. */
class ClockWatchTest {

    private final List<ClockWatch.Jump> jumps = new ArrayList<>();
    private long nanos;
    private Instant wall = Instant.parse("1970-01-01T00:05:00Z");
    private final ClockWatch watch = new ClockWatch(() -> nanos, () -> wall, jumps::add);

    private void passes(Duration time, Duration jump) {
        nanos += time.toNanos();
        wall = wall.plus(time).plus(jump);
        watch.look();
    }

    @Test
    void aClockThatGoesOrIsSlewedIsNotAJump() {
        for (int i = 0; i < 100; i++) {
            passes(Duration.ofSeconds(1), Duration.ofMillis(i % 2 == 0 ? 900 : -400));
        }

        assertThat(jumps).isEmpty();
    }

    @Test
    void aSlowLookIsNotAJump() {
        passes(Duration.ofMinutes(3), Duration.ZERO);

        assertThat(jumps).isEmpty();
    }

    @Test
    void theFirstNetworkTimeIsReportedWithBothTimes() {
        passes(Duration.ofSeconds(1), Duration.ofDays(20_000));

        assertThat(jumps)
                .containsExactly(new ClockWatch.Jump(
                        Duration.ofDays(20_000),
                        Instant.parse("1970-01-01T00:05:01Z"),
                        Instant.parse("1970-01-01T00:05:01Z").plus(Duration.ofDays(20_000))));
    }

    @Test
    void backwardsIsAJumpTooAndIsToldOnce() {
        passes(Duration.ofSeconds(1), Duration.ofHours(-1));
        passes(Duration.ofSeconds(1), Duration.ZERO);

        assertThat(jumps).extracting(ClockWatch.Jump::by).containsExactly(Duration.ofHours(-1));
    }
}
