package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.system.FakeClock;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door with its threads, at full speed: time is a fake clock's. */
class DoorTest {

    private final FakeClock clock = FakeClock.closeToOverflow();
    private final FakeRelay relay = new FakeRelay();
    private final FakeInput sensor = new FakeInput(true);
    private final FakeInput rex = new FakeInput(false);
    private final FakeInput fire = new FakeInput(true);
    private final FakeInput tamper = new FakeInput(true);
    private final AtomicBoolean released = new AtomicBoolean();
    private final List<DoorEvent> events = Collections.synchronizedList(new ArrayList<>());
    private Door door = door(DoorSettingsFixture.USUAL, DoorModes.NONE, clock);

    private Door door(DoorSettings settings, DoorModes restored, MonotonicClock time) {
        Map<DoorInput, WiredInput> inputs = Map.of(
                DoorInput.DOOR_SENSOR, new WiredInput(sensor, ContactType.NORMALLY_CLOSED),
                DoorInput.REX, new WiredInput(rex, ContactType.NORMALLY_OPEN),
                DoorInput.FIRE, new WiredInput(fire, ContactType.NORMALLY_CLOSED),
                DoorInput.TAMPER, new WiredInput(tamper, ContactType.NORMALLY_CLOSED));
        DoorHardware hardware = new DoorHardware(relay, inputs, () -> released.set(true));
        return new Door(settings, hardware, time, () -> Instant.EPOCH, restored);
    }

    private void start() {
        door.listen("test", DeliveryGuarantee.ESSENTIAL, events::add);
        door.start();
    }

    @AfterEach
    void close() {
        relay.unjam();
        door.close();
        assertThat(relay.isEnergised()).as("after the stop").isFalse();
        assertThat(released).isTrue();
    }

    private static DoorSettings settings(Duration unlockTime, Duration longestUnlock) {
        DoorSettings usual = DoorSettingsFixture.USUAL;
        return new DoorSettings(
                unlockTime,
                longestUnlock,
                usual.relockOn(),
                usual.openingGrace(),
                usual.preAlarm(),
                usual.heldOpenAfter(),
                usual.wiring());
    }

    @Test
    void anotherUnlockTimeIsInForceAtTheNextGrantWithoutARestart() {
        start();
        door.use(settings(Duration.ofSeconds(8), Duration.ofSeconds(20)));

        assertThat(door.unlockOnce("decision 7")).isTrue();
        clock.advance(Duration.ofSeconds(7));
        assertThat(door.openOnce("olga")).as("still released").isTrue();
        assertThat(relay.history()).containsExactly(false, true);
        clock.advance(Duration.ofSeconds(8));

        await().until(() -> !relay.isEnergised());
        assertThat(kinds()).doesNotContain(DoorEventKind.MAXIMUM_ENFORCED);
    }

    @Test
    void aShorterMaximumEndsAReleaseThatIsLongerByTheRulesAndNotByTheGuard() {
        start();
        door.use(settings(Duration.ofSeconds(8), Duration.ofSeconds(20)));
        assertThat(door.unlockOnce("decision 7")).isTrue();
        clock.advance(Duration.ofSeconds(5));

        door.use(settings(Duration.ofSeconds(1), Duration.ofSeconds(2)));

        assertThat(relay.isEnergised()).isFalse();
        await().untilAsserted(() -> assertThat(kinds())
                .containsExactly(DoorEventKind.STARTED, DoorEventKind.UNLOCKED, DoorEventKind.LOCKED));
    }

    @Test
    void aGrantIsOnePulse() {
        start();

        assertThat(door.unlockOnce("decision 7")).isTrue();
        assertThat(relay.isEnergised()).isTrue();
        clock.advance(Duration.ofSeconds(3));
        await().until(() -> !relay.isEnergised());

        assertThat(relay.history()).containsExactly(false, true, false);
        await().untilAsserted(() -> assertThat(kinds())
                .containsExactly(DoorEventKind.STARTED, DoorEventKind.UNLOCKED, DoorEventKind.LOCKED));
        assertThat(events.get(1).cause().toString()).isEqualTo("GRANT decision 7");
        assertThat(events).extracting(DoorEvent::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aPulseOfTheRealClockEndsByItself() {
        door = door(
                DoorSettingsFixture.withUnlockTimes(Duration.ofMillis(500), Duration.ofSeconds(10)),
                DoorModes.NONE,
                MonotonicClock.SYSTEM);
        start();

        assertThat(door.unlockOnce("decision 7")).isTrue();
        await().until(() -> !relay.isEnergised());
    }

    @Test
    void aFailSafeDoorIsLockedByPowerAndReleasedByItsAbsence() {
        door = door(DoorSettingsFixture.with(LockWiring.FAIL_SAFE), DoorModes.NONE, clock);
        start();

        assertThat(relay.isEnergised()).isTrue();
        door.unlockOnce("decision 7");
        assertThat(relay.isEnergised()).isFalse();
    }

    @Test
    void requestToExitCountsAtThePressOnly() {
        start();

        rex.set(true);
        await().until(relay::isEnergised);
        clock.advance(Duration.ofSeconds(3));
        await().until(() -> !relay.isEnergised());
        rex.set(true);
        rex.set(false);
        rex.set(true);
        await().until(relay::isEnergised);
        assertThat(relay.history()).containsExactly(false, true, false, true);
    }

    @Test
    void requestToExitAndFireWorkWhileTheAuditLogHangs() throws InterruptedException {
        CountDownLatch disk = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        door.listen("audit", DeliveryGuarantee.ESSENTIAL, event -> {
            hangs.countDown();
            awaitQuietly(disk);
        });
        start();
        hangs.await();

        rex.set(true);
        await().until(relay::isEnergised);
        clock.advance(Duration.ofSeconds(3));
        await().until(() -> !relay.isEnergised());
        fire.set(false);
        await().until(relay::isEnergised);
        assertThat(door.status().isHealthy()).isTrue();
        disk.countDown();
    }

    @Test
    void aListenerThatThrowsIsAskedAgainWhenEssentialAndLeftAloneWhenNot() {
        List<Long> audited = Collections.synchronizedList(new ArrayList<>());
        List<Long> measured = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean full = new AtomicBoolean(true);
        door.listen("audit", DeliveryGuarantee.ESSENTIAL, event -> {
            if (full.get()) {
                throw new IllegalStateException("disk full");
            }
            audited.add(event.sequence());
        });
        door.listen("metrics", DeliveryGuarantee.BEST_EFFORT, event -> {
            if (event.sequence() == 1) {
                throw new IllegalStateException("no such counter");
            }
            measured.add(event.sequence());
        });
        start();

        assertThat(door.unlockOnce("decision 7")).isTrue();
        await().untilAsserted(() -> assertThat(measured).containsExactly(2L));
        assertThat(audited).isEmpty();
        full.set(false);
        await().untilAsserted(() -> assertThat(audited).containsExactly(1L, 2L));
    }

    @Test
    void aDoorThatCannotAuditRefusesGrantsButNotRequestToExit() {
        CountDownLatch disk = new CountDownLatch(1);
        door.listen("audit", DeliveryGuarantee.ESSENTIAL, event -> awaitQuietly(disk));
        start();

        for (int i = 0; i < ListenerQueue.CAPACITY; i += 2) {
            door.order(OperatorOrder.LOCK, "ada");
            door.order(OperatorOrder.RELEASE, "ada");
        }
        assertThat(door.unlockOnce("decision 8")).isFalse();
        await().untilAsserted(
                        () -> assertThat(events).anyMatch(event -> event.note().equals("the audit log is behind")));
        rex.set(true);
        await().until(relay::isEnergised);
        disk.countDown();
    }

    @Test
    void theDoorSensorTellsForcedOpen() {
        start();

        sensor.set(false);

        await().until(() -> door.status().door().state() == DoorState.FORCED_OPEN);
        await().untilAsserted(() -> assertThat(events.getLast().raised()).containsExactly(Alarm.FORCED_OPEN));
        sensor.set(true);
        await().untilAsserted(() -> assertThat(events.getLast().ended()).containsExactly(Alarm.FORCED_OPEN));
    }

    @Test
    void contactsAreReadAtTheStart() {
        fire.listen(new Deaf());
        fire.set(false);
        sensor.listen(new Deaf());
        sensor.set(false);
        start();

        await().until(() -> door.status().door().mode() == DoorMode.FIRE);
        await().until(relay::isEnergised);
        assertThat(door.status().door().state()).isEqualTo(DoorState.OPEN);
        assertThat(door.contacts())
                .containsEntry(DoorInput.FIRE, true)
                .containsEntry(DoorInput.DOOR_SENSOR, true)
                .containsEntry(DoorInput.REX, false)
                .containsEntry(DoorInput.TAMPER, false);
    }

    @Test
    void aContactThatCannotBeReadIsAFaultUntilItCan() {
        start();

        tamper.breakDown();
        await().until(() -> !door.status().isHealthy());
        assertThat(door.contacts()).doesNotContainKey(DoorInput.TAMPER);
        tamper.set(true);
        await().until(() -> door.status().isHealthy());
    }

    @Test
    void aBrokenRelayRefusesTheGrantAlarmsAndIsTriedUntilItLocks() {
        start();

        relay.breakDown(true);
        assertThat(door.unlockOnce("decision 7")).isFalse();
        await().until(() -> !door.status().isHealthy());
        assertThat(door.status().relayFault()).isEqualTo("relay broken");
        assertThat(door.status().door().alarms()).containsExactly(Alarm.RELAY_FAULT);
        relay.breakDown(false);
        clock.advance(Duration.ofMillis(100));
        await().until(() -> door.status().isHealthy());
        assertThat(relay.isEnergised()).isFalse();
        await().untilAsserted(() -> assertThat(kinds())
                .containsSubsequence(
                        DoorEventKind.UNLOCKED,
                        DoorEventKind.RELAY_FAILED,
                        DoorEventKind.LOCKED,
                        DoorEventKind.RELAY_RECOVERED));
    }

    @Test
    void aBrokenRelayIsTriedUntilItUnlocksInAFire() {
        start();

        relay.breakDown(true);
        fire.set(false);
        await().until(() -> !door.status().isHealthy());
        relay.breakDown(false);
        clock.advance(Duration.ofMillis(100));
        await().until(relay::isEnergised);
    }

    @Test
    void aRelayThatCannotBeLockedStopsTheStart() {
        relay.breakDown(true);

        assertThatThrownBy(door::start).isInstanceOf(RelayException.class);
    }

    @Test
    void aGrantThatTheDoorCouldNotBeginInTimeIsWithdrawn() {
        start();

        relay.jam();
        rex.set(true);
        assertThat(door.unlockOnce("decision 7")).isFalse();
        relay.unjam();
        await().untilAsserted(() -> assertThat(door.status().door().released()).isTrue());
        assertThat(door.order(OperatorOrder.LOCK, "ada")).isTrue();
        assertThat(kinds()).doesNotContain(DoorEventKind.UNLOCKED_AGAIN);
    }

    @Test
    void healthTellsWhenTheDoorThreadHangs() {
        start();
        assertThat(door.status().alive()).isTrue();

        relay.jam();
        rex.set(true);
        clock.advance(Duration.ofSeconds(3));
        await().until(() -> !door.status().alive());
        relay.unjam();
        await().until(() -> door.status().alive());
    }

    @Test
    void schedulesLockDownsAndOrdersAreObeyed() {
        start();

        assertThat(door.schedule(true, "office hours")).isTrue();
        assertThat(relay.isEnergised()).isTrue();
        assertThat(door.lockDown(true, "ada")).isTrue();
        assertThat(relay.isEnergised()).isFalse();
        assertThat(door.openOnce("ada")).isFalse();
        assertThat(door.order(OperatorOrder.UNLOCK, "ada")).isFalse();
        assertThat(door.lockDown(false, "ada")).isTrue();
        assertThat(relay.isEnergised()).isTrue();
    }

    /** The door's hours told an order again that the state did not show yet, or did not tell one that it still showed. */
    @Test
    void whoIsAnsweredFindsHisOrderInTheState() {
        start();

        for (int i = 0; i < 500; i++) {
            boolean wanted = i % 2 == 0;
            door.schedule(wanted, "office hours");
            assertThat(door.status().door().modes().scheduled()).isEqualTo(wanted);
        }
    }

    @Test
    void aClosedDoorAnswersNoGrant() {
        start();
        door.close();

        assertThat(door.unlockOnce("decision 7")).isFalse();
        assertThat(door.status().alive()).isFalse();
        assertThat(kinds()).last().isEqualTo(DoorEventKind.STOPPED);
    }

    private List<DoorEventKind> kinds() {
        synchronized (events) {
            return events.stream().map(DoorEvent::kind).toList();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Deaf implements BinaryInput.Listener {
        @Override
        public void contact(boolean closed) {}

        @Override
        public void failed(String why) {}
    }
}
