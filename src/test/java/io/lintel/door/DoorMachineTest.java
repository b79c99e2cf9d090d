package io.lintel.door;

import static io.lintel.door.DoorEventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rules that the transition table cannot show: time, order and what is told. */
class DoorMachineTest {

    @Test
    void aPulseEndsAfterItsTime() {
        Scenario door = Scenario.ofDefaults();

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
        Scenario door = Scenario.ofDefaults();

        door.grant();
        door.leafOpens();

        assertThat(door.kinds()).containsExactly(STARTED, UNLOCKED, OPENED, LOCKED);
    }

    @Test
    void aMotorBoltWaitsForTheLeafToClose() {
        Scenario door = Scenario.of(DoorSettings.DEFAULTS.withRelockOn(RelockOn.CLOSE));

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(5));
        assertThat(door.released()).as("open beyond the pulse").isTrue();
        door.leafCloses();
        assertThat(door.released()).isFalse();
    }

    @Test
    void aMotorBoltWaitsNoLongerThanTheMaximum() {
        Scenario door = Scenario.of(DoorSettings.DEFAULTS.withRelockOn(RelockOn.CLOSE));

        door.grant();
        door.leafOpens();
        door.passes(Duration.ofSeconds(10));

        assertThat(door.released()).isFalse();
        assertThat(door.state()).isEqualTo(DoorState.OPEN);
    }

    @Test
    void grantsInARowEndAtTheMaximum() {
        Scenario door = Scenario.ofDefaults();

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
        Scenario door = Scenario.of(DoorSettings.DEFAULTS.withMaximum(Duration.ofSeconds(3)));

        door.grant();
        door.passes(Duration.ofSeconds(3));

        assertThat(door.grant()).isFalse();
        assertThat(door.rex()).isTrue();
    }

    @Test
    void aLeafThatWasAlreadyMovingWhenTheLockFellIsNotForced() {
        Scenario door = Scenario.ofDefaults();

        door.grant();
        door.passes(Duration.ofMillis(3900));
        door.leafOpens();

        assertThat(door.state()).isEqualTo(DoorState.OPEN);
    }

    @Test
    void aLeafThatOpensAfterTheGraceIsForced() {
        Scenario door = Scenario.ofDefaults();

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
        Scenario door = Scenario.ofDefaults();

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
    void timeThatWasSleptThroughIsCaughtUpInOrder() {
        Scenario door = Scenario.ofDefaults();

        door.grant();
        door.leafOpens();
        door.clock.advance(Duration.ofMinutes(5));
        door.machine.advance(door.clock.nanos());

        assertThat(door.kinds()).endsWith(HELD_OPEN_SOON, HELD_OPEN);
    }

    @Test
    void theNextPersonThroughAnOpenDoorGetsTheFullTime() {
        Scenario door = Scenario.ofDefaults();

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
        Scenario door = Scenario.ofDefaults();

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
        Scenario door = new Scenario(DoorSettings.DEFAULTS, DoorModes.NONE);

        door.machine.start(true, door.clock.nanos());

        assertThat(door.state()).isEqualTo(DoorState.OPEN);
        door.passes(Duration.ofSeconds(30));
        assertThat(door.state()).isEqualTo(DoorState.HELD_OPEN);
    }

    @Test
    void aLockDownIsInForceAgainAfterARestart() {
        Scenario door = new Scenario(DoorSettings.DEFAULTS, DoorModes.NONE.withLockDown(true));

        door.machine.start(false, door.clock.nanos());

        assertThat(door.grant()).isFalse();
        assertThat(door.rex()).isTrue();
    }

    @Test
    void theEndOfALockDownBringsTheScheduleBackButNotAnOperatorsUnlock() {
        Scenario scheduled = Scenario.ofDefaults();
        scheduled.schedule(true);
        scheduled.lockDown(true);
        scheduled.lockDown(false);
        assertThat(scheduled.mode()).isEqualTo(DoorMode.SCHEDULED_UNLOCK);
        assertThat(scheduled.released()).isTrue();

        Scenario unlocked = Scenario.ofDefaults();
        unlocked.order(OperatorOrder.UNLOCK);
        unlocked.lockDown(true);
        unlocked.lockDown(false);
        assertThat(unlocked.mode()).isEqualTo(DoorMode.NORMAL);
        assertThat(unlocked.released()).isFalse();
    }

    @Test
    void aFireInputThatCannotBeReadCountsAsFireUntilItCan() {
        Scenario door = Scenario.ofDefaults();

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
        Scenario pulse = Scenario.ofDefaults();
        pulse.grant();
        pulse.relayFails();
        assertThat(pulse.released()).isFalse();
        assertThat(pulse.machine.view().alarms()).containsExactly(Alarm.RELAY_FAULT);

        Scenario fire = Scenario.ofDefaults();
        fire.fire(true);
        fire.relayFails();
        assertThat(fire.released()).isTrue();
        fire.signal(new Signal.RelayRecovered());
        assertThat(fire.machine.view().alarms()).containsExactly(Alarm.FIRE);
    }

    @Test
    void stoppingLocksEvenInAFire() {
        Scenario door = Scenario.ofDefaults();
        door.fire(true);

        door.machine.stop(door.clock.nanos());

        assertThat(door.released()).isFalse();
        assertThat(door.kinds()).endsWith(LOCKED, STOPPED);
    }

    @Test
    void tamperingIsTold() {
        Scenario door = Scenario.ofDefaults();

        door.tamper(true);
        assertThat(door.last().after().alarms()).containsExactly(Alarm.TAMPER);
        door.tamper(true);
        door.tamper(false);

        assertThat(door.kinds()).containsExactly(STARTED, TAMPER_ON, TAMPER_OFF);
    }

    @Test
    void anOperatorsPulseIsAGrantLikeAnyOther() {
        Scenario door = Scenario.ofDefaults();

        assertThat(door.openOnce()).isTrue();
        assertThat(door.last().cause().toString()).isEqualTo("OPERATOR ada");
        door.lockDown(true);
        assertThat(door.openOnce()).isFalse();
    }
}
