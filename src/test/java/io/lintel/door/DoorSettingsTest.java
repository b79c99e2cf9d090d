package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorSettingsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 499, 30_001})
    void aPulseIsHalfASecondToThirtySeconds(long millis) {
        assertThatThrownBy(() -> DoorSettingsFixture.withUnlockTimes(Duration.ofMillis(millis), Duration.ofSeconds(60)))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining("unlock-time=")
                .satisfies(error ->
                        assertThat(((LintelException) error).remedy()).isEqualTo("set it between 0.5s and 30.0s"));
    }

    @Test
    void theMaximumIsNoShorterThanThePulseAndNoLongerThanAMinute() {
        assertThatThrownBy(() -> DoorSettingsFixture.withUnlockTimes(Duration.ofSeconds(3), Duration.ofMillis(2999)))
                .hasMessageContaining("longest-unlock=2.999s");
        assertThatThrownBy(() -> DoorSettingsFixture.withUnlockTimes(Duration.ofSeconds(3), Duration.ofSeconds(61)))
                .hasMessageContaining("longest-unlock=61.0s");
        assertThat(DoorSettingsFixture.withUnlockTimes(Duration.ofSeconds(3), Duration.ofSeconds(3))
                        .longestUnlock())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theWarningComesBeforeTheAlarm() {
        assertThatThrownBy(() -> new DoorSettings(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        RelockOn.OPEN,
                        Duration.ZERO,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        LockWiring.FAIL_SECURE))
                .hasMessageContaining("pre-alarm=30.0s");
    }

    @Test
    void theWiringSaysWhichLevelLocks() {
        assertThat(LockWiring.FAIL_SECURE.energised(false)).isFalse();
        assertThat(LockWiring.FAIL_SECURE.energised(true)).isTrue();
        assertThat(LockWiring.FAIL_SAFE.energised(false)).isTrue();
        assertThat(LockWiring.FAIL_SAFE.energised(true)).isFalse();
    }

    @Test
    void aNormallyClosedContactTellsItsEventAlsoWhenItsWireIsCut() {
        assertThat(ContactType.NORMALLY_CLOSED.tells(false)).isTrue();
        assertThat(ContactType.NORMALLY_CLOSED.tells(true)).isFalse();
        assertThat(ContactType.NORMALLY_OPEN.tells(true)).isTrue();
        assertThat(ContactType.NORMALLY_OPEN.tells(false)).isFalse();
    }
}
