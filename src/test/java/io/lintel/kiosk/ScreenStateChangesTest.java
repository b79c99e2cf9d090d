package io.lintel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.door.DoorMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Times are those of a clock that the test moves; a camera gives 15 looks a second. */
class ScreenStateChangesTest {

    private static final DoorNow LOCKED = new DoorNow(Set.of(), false, DoorMode.NORMAL);
    private static final DoorNow RELEASED = new DoorNow(Set.of(), true, DoorMode.NORMAL);
    private static final ScreenState IDLE = ScreenState.of("idle");
    private static final ScreenState CLOSER = ScreenState.of("closer");
    private static final ScreenState HOLD = ScreenState.of("hold");
    private static final ScreenState DENIED = ScreenState.of("denied");
    private static final ScreenState DALIA = ScreenState.welcome("dalia", false);
    private static final ScreenState EMEKA = ScreenState.welcome("emeka", false);

    private final SceneChanges changes = new SceneChanges(IDLE, 0);

    @Test
    void aFaceFoundInEveryOtherFrameDoesNotMakeHelloAndComeCloserFlicker() {
        List<ScreenState> shown = new ArrayList<>();
        for (int look = 0; look < 150; look++) {
            ScreenState now = at(look * 67, look % 2 == 0 ? IDLE : CLOSER, LOCKED);
            if (shown.isEmpty() || !shown.getLast().equals(now)) {
                shown.add(now);
            }
        }
        assertThat(shown).containsExactly(IDLE, CLOSER);
    }

    @Test
    void theScreenReturnsToTheGreetingWhenNobodyIsThere() {
        at(0, CLOSER, LOCKED);
        assertThat(at(800, IDLE, LOCKED)).isEqualTo(CLOSER);
        assertThat(at(1_300, IDLE, LOCKED)).isEqualTo(IDLE);
    }

    @Test
    void aSceneStaysLongEnoughToBeRead() {
        at(0, CLOSER, LOCKED);
        assertThat(at(100, HOLD, LOCKED)).isEqualTo(CLOSER);
        assertThat(at(699, HOLD, LOCKED)).isEqualTo(CLOSER);
        assertThat(at(700, HOLD, LOCKED)).isEqualTo(HOLD);
    }

    @Test
    void aWelcomeDoesNotWaitForHoldStillToRest() {
        at(0, HOLD, LOCKED);
        changes.decided(DALIA);
        assertThat(at(50, HOLD, RELEASED)).isEqualTo(ScreenState.welcome("dalia", true));
    }

    @Test
    void twoDecisionsAtOnceAreBothShown() {
        changes.decided(DENIED);
        changes.decided(DALIA);
        assertThat(at(0, IDLE, LOCKED)).isEqualTo(DENIED);
        assertThat(at(400, IDLE, RELEASED)).isEqualTo(DENIED);
        assertThat(at(700, IDLE, RELEASED)).isEqualTo(ScreenState.welcome("dalia", true));
    }

    @Test
    void aDecisionThatOnlyOneFrameHasSeenIsShownForARest() {
        changes.decided(DENIED);
        at(0, DENIED, LOCKED);
        assertThat(at(67, IDLE, LOCKED)).isEqualTo(DENIED);
        assertThat(at(699, IDLE, LOCKED)).isEqualTo(DENIED);
    }

    @Test
    void thePinPadAndTheInstructionsComeAtOnce() {
        at(0, HOLD, LOCKED);
        assertThat(at(10, ScreenState.pin("t", 3), LOCKED)).isEqualTo(ScreenState.pin("t", 3));
        assertThat(at(20, ScreenState.pin("u", 2), LOCKED)).isEqualTo(ScreenState.pin("u", 2));
        SceneChanges challenge = new SceneChanges(ScreenState.detailed("challenge", "left"), 0);
        challenge.at(1, ScreenState.detailed("challenge", "right"), LOCKED);
        assertThat(challenge.at(2, ScreenState.detailed("challenge", "straight"), LOCKED))
                .isEqualTo(ScreenState.detailed("challenge", "straight"));
    }

    @Test
    void theDoorIsOpenIsSaidExactlyAsLongAsTheLockIsReleased() {
        changes.decided(DALIA);
        assertThat(at(0, DALIA, RELEASED).detail()).isEqualTo("open");
        // The person has gone through, the lock is still released.
        assertThat(at(3_000, IDLE, RELEASED)).isEqualTo(ScreenState.welcome("dalia", true));
        // The person still stands there, the lock is not released.
        assertThat(at(4_000, DALIA, LOCKED)).isEqualTo(DALIA);
    }

    @Test
    void theDoorIsOpenDoesNotRestWhenItIsLocked() {
        assertThat(at(0, ScreenState.of("open"), RELEASED)).isEqualTo(ScreenState.of("open"));
        assertThat(at(50, IDLE, LOCKED)).isEqualTo(IDLE);
    }

    @Test
    void aDoorHeldUnlockedDoesNotShowAWelcomeAllDay() {
        DoorNow held = new DoorNow(Set.of(), true, DoorMode.SCHEDULED_UNLOCK);
        changes.decided(DALIA);
        at(0, DALIA, held);
        at(3_000, ScreenState.of("open"), held);
        assertThat(at(4_000, ScreenState.of("open"), held)).isEqualTo(ScreenState.of("open"));
    }

    @Test
    void theNextPersonIsWelcomedWhileTheLockIsStillReleasedForTheLast() {
        changes.decided(DALIA);
        at(0, DALIA, RELEASED);
        changes.decided(EMEKA);
        at(800, EMEKA, RELEASED);
        assertThat(at(2_000, IDLE, RELEASED)).isEqualTo(ScreenState.welcome("emeka", true));
    }

    @Test
    void fireWaitsForNothing() {
        changes.decided(DALIA);
        at(0, DALIA, RELEASED);
        assertThat(at(1, ScreenState.of("fire"), RELEASED)).isEqualTo(ScreenState.of("fire"));
    }

    private ScreenState at(long millis, ScreenState wanted, DoorNow door) {
        return changes.at(millis * 1_000_000, wanted, door);
    }
}
