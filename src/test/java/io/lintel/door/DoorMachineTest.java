package io.lintel.door;

import static io.lintel.door.DoorEventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rules that the transition table cannot show: time, order and what is told. */
class DoorMachineTest {

    @Test
    void aPulseEndsAfterItsTime() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.passes(Duration.ofMillis(2999));
        assertThat(door.released()).isTrue();
        door.passes(Duration.ofMillis(1));
        assertThat(door.released()).isFalse();
        assertThat(door.kinds()).containsExactly(STARTED, UNLOCKED, LOCKED);
        assertThat(door.last().cause()).isEqualTo(Cause.timer("pulse over"));
    }

    @Test
    void theDoorLocksAsSoonAsTheLeafOpens() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.leafOpens();

        assertThat(door.kinds()).containsExactly(STARTED, UNLOCKED, OPENED, LOCKED);
    }

    @Test
    void aSlammedDoorWhoseContactChattersIsOnePassageAndNoAlarm() {
        DoorScenario door = passedAndShut();

        for (int bounce = 0; bounce < 3; bounce++) {
            door.passes(Duration.ofMillis(120));
            door.leafOpens();
            door.passes(Duration.ofMillis(80));
            door.leafCloses();
        }
        door.passes(Duration.ofSeconds(5));

        assertThat(door.kinds()).containsExactly(STARTED, UNLOCKED, OPENED, LOCKED, CLOSED);
    }

    @Test
    void aForcedOpeningAfterAQuietSecondIsToldAtOnce() {
        DoorScenario door = passedAndShut();

        door.passes(Duration.ofSeconds(1));
        door.leafOpens();

        assertThat(door.last().kind()).isEqualTo(FORCED_OPEN);
    }

    @Test
    void anOpeningRightAfterTheDoorFellShutIsForcedWhenItLasts() {
        DoorScenario door = passedAndShut();

        door.passes(Duration.ofMillis(200));
        door.leafOpens();
        door.leafOpens();
        door.passes(Duration.ofMillis(499));
        assertThat(door.last().kind()).isEqualTo(CLOSED);
        door.passes(Duration.ofMillis(1));

        assertThat(door.last().kind()).isEqualTo(FORCED_OPEN);
    }

    @Test
    void rattlingLongerThanTheContactBouncesIsAForcedOpening() {
        DoorScenario door = passedAndShut();

        for (int rattle = 0; rattle < 8; rattle++) {
            door.passes(Duration.ofMillis(200));
            door.leafOpens();
            door.passes(Duration.ofMillis(200));
            door.leafCloses();
        }

        assertThat(door.kinds()).contains(FORCED_OPEN);
    }

    @Test
    void aGrantDuringContactChatterExplainsTheOpening() {
        DoorScenario door = passedAndShut();

        door.passes(Duration.ofMillis(100));
        door.leafOpens();
        door.passes(Duration.ofMillis(100));
        door.grant();
        door.passes(Duration.ofMillis(400));

        assertThat(door.state()).isEqualTo(DoorState.OPEN);
    }

    private static DoorScenario passedAndShut() {
        DoorScenario door = DoorScenario.ofDefaults();
        door.rex();
        door.leafOpens();
        door.passes(Duration.ofSeconds(3));
        door.leafCloses();
        return door;
    }

    @Test
    void aMotorBoltWaitsForTheLeafToClose() {
        DoorScenario door = DoorScenario.of(DoorSettingsFixture.with(RelockOn.CLOSE));

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(5));
        assertThat(door.released()).as("open beyond the pulse").isTrue();
        door.leafCloses();
        assertThat(door.released()).isFalse();
    }

    @Test
    void aMotorBoltWaitsNoLongerThanTheMaximum() {
        DoorScenario door = DoorScenario.of(DoorSettingsFixture.with(RelockOn.CLOSE));

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(10));

        assertThat(door.released()).isFalse();
        assertThat(door.state()).isEqualTo(DoorState.OPEN);
    }

    @Test
    void grantsInARowEndAtTheMaximum() {
        DoorScenario door = DoorScenario.ofDefaults();

        for (int second = 0; second < 10; second++) {
            assertThat(door.grant()).isTrue();
            door.passes(Duration.ofSeconds(1));
        }

        assertThat(door.released()).isFalse();
        assertThat(door.grant()).as("without a rest").isFalse();
        assertThat(door.last().kind()).isEqualTo(REFUSED);
        assertThat(door.last().note()).contains("maximum");
        door.passes(Duration.ofSeconds(1));
        assertThat(door.grant()).as("after a second of rest").isTrue();
    }

    @Test
    void requestToExitWorksRightAfterTheMaximum() {
        DoorScenario door =
                DoorScenario.of(DoorSettingsFixture.withUnlockTimes(Duration.ofSeconds(3), Duration.ofSeconds(3)));

        door.grant();
        door.passes(Duration.ofSeconds(3));

        assertThat(door.grant()).isFalse();
        assertThat(door.rex()).isTrue();
    }

    @Test
    void aLeafThatWasAlreadyMovingWhenTheLockFellIsNotForced() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.passes(Duration.ofMillis(3900));
        door.leafOpens();

        assertThat(door.state()).isEqualTo(DoorState.OPEN);
    }

    @Test
    void aLeafThatOpensAfterTheGraceIsForced() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.passes(Duration.ofMillis(4001));
        door.leafOpens();

        assertThat(door.state()).isEqualTo(DoorState.FORCED_OPEN);
        assertThat(door.last().after().alarms()).containsExactly(Alarm.FORCED_OPEN);
        door.passes(Duration.ofHours(1));
        assertThat(door.state()).as("stays until it is closed").isEqualTo(DoorState.FORCED_OPEN);
        door.leafCloses();
        assertThat(door.last().after().alarms()).isEmpty();
    }

    @Test
    void anOpenLeafWarnsThenAlarms() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(20));
        assertThat(door.last().kind()).isEqualTo(HELD_OPEN_SOON);
        assertThat(door.state()).isEqualTo(DoorState.OPEN);
        door.passes(Duration.ofSeconds(10));
        assertThat(door.last().kind()).isEqualTo(HELD_OPEN);
        assertThat(door.last().after().alarms()).containsExactly(Alarm.HELD_OPEN);
        door.leafCloses();
        assertThat(door.machine.view().alarms()).isEmpty();
    }

    @Test
    void missedTimeIsCaughtUpInOrder() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.leafOpens();
        door.clock.advance(Duration.ofMinutes(5));
        door.machine.advance(door.clock.nanos());

        assertThat(door.kinds()).endsWith(HELD_OPEN_SOON, HELD_OPEN);
    }

    @Test
    void theNextPersonThroughAnOpenDoorGetsTheFullTime() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(25));
        assertThat(door.machine.view().alarms()).containsExactly(Alarm.HELD_OPEN_SOON);
        door.grant();
        assertThat(door.machine.view().alarms()).isEmpty();
        door.passes(Duration.ofSeconds(19));
        assertThat(door.machine.view().alarms()).isEmpty();
    }

    @Test
    void aScheduledDoorMayStandOpenAndIsTimedFromTheSchedulesEnd() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.schedule(true);
        door.leafOpens();
        door.passes(Duration.ofHours(8));
        assertThat(door.machine.view().alarms()).isEmpty();
        door.schedule(false);
        door.passes(Duration.ofSeconds(29));
        assertThat(door.state()).isEqualTo(DoorState.OPEN);
        door.passes(Duration.ofSeconds(1));
        assertThat(door.state()).isEqualTo(DoorState.HELD_OPEN);
    }

    @Test
    void aLeafFoundOpenAtTheStartIsNotForcedButTimed() {
        DoorScenario door = new DoorScenario(DoorSettingsFixture.USUAL, DoorModes.NONE);

        door.machine.start(true, door.clock.nanos());

        assertThat(door.state()).isEqualTo(DoorState.OPEN);
        door.passes(Duration.ofSeconds(30));
        assertThat(door.state()).isEqualTo(DoorState.HELD_OPEN);
    }

    @Test
    void aLockDownIsInForceAgainAfterARestart() {
        DoorScenario door = new DoorScenario(DoorSettingsFixture.USUAL, DoorModes.NONE.withLockDown(true));

        door.machine.start(false, door.clock.nanos());

        assertThat(door.grant()).isFalse();
        assertThat(door.rex()).isTrue();
    }

    @Test
    void theEndOfALockDownBringsTheScheduleBackButNotAnOperatorsUnlock() {
        DoorScenario scheduled = DoorScenario.ofDefaults();
        scheduled.schedule(true);
        scheduled.lockDown(true);
        scheduled.lockDown(false);
        assertThat(scheduled.mode()).isEqualTo(DoorMode.SCHEDULED_UNLOCK);
        assertThat(scheduled.released()).isTrue();

        DoorScenario unlocked = DoorScenario.ofDefaults();
        unlocked.order(OperatorOrder.UNLOCK);
        unlocked.lockDown(true);
        unlocked.lockDown(false);
        assertThat(unlocked.mode()).isEqualTo(DoorMode.NORMAL);
        assertThat(unlocked.released()).isFalse();
    }

    @Test
    void aFireInputThatCannotBeReadCountsAsFireUntilItCan() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.fails(DoorInput.FIRE);
        assertThat(door.mode()).isEqualTo(DoorMode.FIRE);
        assertThat(door.machine.view().alarms()).containsExactlyInAnyOrder(Alarm.FIRE, Alarm.INPUT_FAULT);
        door.signal(new Signal.InputRecovered(DoorInput.FIRE));
        door.fire(false);
        assertThat(door.released()).isFalse();
        assertThat(door.machine.view().alarms()).isEmpty();
    }

    @Test
    void aFailedRelayEndsThePulseButNotAMode() {
        DoorScenario pulse = DoorScenario.ofDefaults();
        pulse.grant();
        pulse.relayFails();
        assertThat(pulse.released()).isFalse();
        assertThat(pulse.machine.view().alarms()).containsExactly(Alarm.RELAY_FAULT);

        DoorScenario fire = DoorScenario.ofDefaults();
        fire.fire(true);
        fire.relayFails();
        assertThat(fire.released()).isTrue();
        fire.signal(new Signal.RelayRecovered());
        assertThat(fire.machine.view().alarms()).containsExactly(Alarm.FIRE);
    }

    @Test
    void stoppingLocksEvenInAFire() {
        DoorScenario door = DoorScenario.ofDefaults();
        door.fire(true);

        door.machine.stop(door.clock.nanos());

        assertThat(door.released()).isFalse();
        assertThat(door.kinds()).endsWith(LOCKED, STOPPED);
    }

    @Test
    void tamperingIsTold() {
        DoorScenario door = DoorScenario.ofDefaults();

        door.tamper(true);
        assertThat(door.last().after().alarms()).containsExactly(Alarm.TAMPER);
        door.tamper(true);
        door.tamper(false);

        assertThat(door.kinds()).containsExactly(STARTED, TAMPER_ON, TAMPER_OFF);
    }

    @Test
    void anOperatorsPulseIsAGrantLikeAnyOther() {
        DoorScenario door = DoorScenario.ofDefaults();

        assertThat(door.openOnce()).isTrue();
        assertThat(door.last().cause().toString()).isEqualTo("OPERATOR ada");
        door.lockDown(true);
        assertThat(door.openOnce()).isFalse();
    }
}
