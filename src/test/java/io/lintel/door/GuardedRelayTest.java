package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.system.FakeClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The second pair of eyes on the maximum: what happens when the door's own rules have failed. */
class GuardedRelayTest {

    private static final Duration LIMIT =
            DoorSettingsFixture.USUAL.longestUnlock().plus(GuardedRelay.SLACK);

    private final FakeClock clock = FakeClock.closeToOverflow();
    private final FakeRelay coil = new FakeRelay();
    private final GuardedRelay relay = new GuardedRelay(coil, DoorSettingsFixture.USUAL, clock);

    @Test
    void locksWhatIsReleasedBeyondTheMaximum() throws InterruptedException {
        relay.releaseForPulse();
        clock.advance(LIMIT);
        assertThat(relay.enforce()).isFalse();
        clock.advance(Duration.ofNanos(1));

        assertThat(relay.enforce()).isTrue();
        assertThat(coil.isEnergised()).isFalse();
        assertThat(relay.enforce()).as("once").isFalse();
    }

    @Test
    void countsRepeatedReleasesAsOne() throws InterruptedException {
        relay.releaseForPulse();
        clock.advance(Duration.ofSeconds(9));
        relay.releaseForPulse();
        clock.advance(Duration.ofSeconds(2));

        assertThat(relay.enforce()).isTrue();
    }

    @Test
    void afterAForcedLockNoPulsePassesUntilALockIsRequested() throws InterruptedException {
        relay.releaseForPulse();
        clock.advance(LIMIT.plusNanos(1));
        relay.enforce();

        relay.releaseForPulse();
        assertThat(coil.isEnergised()).isFalse();
        relay.lock();
        relay.releaseForPulse();
        assertThat(coil.isEnergised()).isTrue();
    }

    @Test
    void leavesAModeAlone() throws InterruptedException {
        relay.releaseForPulse();
        relay.releaseForMode();
        clock.advance(Duration.ofDays(1));

        assertThat(relay.enforce()).isFalse();
        assertThat(coil.isEnergised()).isTrue();
    }

    @Test
    void goesOnTryingToLockWhatWouldNot() throws InterruptedException {
        relay.releaseForMode();
        coil.breakDown(true);
        assertThatThrownBy(relay::lock).isInstanceOf(RelayException.class);
        clock.advance(LIMIT.plusNanos(1));
        assertThatThrownBy(relay::enforce).isInstanceOf(RelayException.class);
        coil.breakDown(false);

        assertThat(relay.enforce()).isTrue();
        assertThat(coil.isEnergised()).isFalse();
    }

    @Test
    void aReleaseThatFailedMayHaveWorkedAndIsLockedToo() throws InterruptedException {
        relay.lock();
        coil.breakDown(true);
        assertThatThrownBy(relay::releaseForPulse).isInstanceOf(RelayException.class);
        coil.breakDown(false);
        clock.advance(LIMIT.plusNanos(1));

        assertThat(relay.enforce()).isTrue();
    }

    @Test
    void theGuardLooksByItself() {
        AtomicInteger enforced = new AtomicInteger();
        try (RelayGuard guard = new RelayGuard(relay, enforced::incrementAndGet)) {
            guard.start();
            relay.releaseForPulse();
            clock.advance(LIMIT.plusNanos(1));

            await().untilAtomic(enforced, org.hamcrest.Matchers.is(1));
            assertThat(coil.isEnergised()).isFalse();
        }
    }
}
