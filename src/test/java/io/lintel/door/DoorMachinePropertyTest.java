package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What holds for a door whatever happens to it, in whatever order. */
class DoorMachinePropertyTest {

    private static final Duration LITTLE = Duration.ofMillis(100);

    /** One thing that happens. */
    record Happening(String what, Consumer<DoorScenario> happens) {}

    private static final Happening[] ANYTHING = {
        new Happening("grant", DoorScenario::grant),
        new Happening("operator's pulse", DoorScenario::openOnce),
        new Happening("request to exit", DoorScenario::rex),
        new Happening("leaf opens", DoorScenario::leafOpens),
        new Happening("leaf closes", DoorScenario::leafCloses),
        new Happening("fire on", door -> door.fire(true)),
        new Happening("fire off", door -> door.fire(false)),
        new Happening("tamper on", door -> door.tamper(true)),
        new Happening("tamper off", door -> door.tamper(false)),
        new Happening("order unlock", door -> door.order(OperatorOrder.UNLOCK)),
        new Happening("order lock", door -> door.order(OperatorOrder.LOCK)),
        new Happening("order release", door -> door.order(OperatorOrder.RELEASE)),
        new Happening("schedule on", door -> door.schedule(true)),
        new Happening("schedule off", door -> door.schedule(false)),
        new Happening("lock-down on", door -> door.lockDown(true)),
        new Happening("lock-down off", door -> door.lockDown(false)),
        new Happening("relay fails", DoorScenario::relayFails),
        new Happening("relay recovers", door -> door.signal(new Signal.RelayRecovered())),
        new Happening("door sensor fails", door -> door.fails(DoorInput.DOOR_SENSOR)),
        new Happening("fire input fails", door -> door.fails(DoorInput.FIRE)),
        new Happening("fire input recovers", door -> {
            door.signal(new Signal.InputRecovered(DoorInput.FIRE));
            door.fire(false);
        }),
        new Happening(
                "locked by force", door -> door.signal(new Signal.LockedByForce(DoorEventKind.MAXIMUM_ENFORCED, "")))
    };

    private static final Happening[] GRANTS = {
        new Happening("grant", DoorScenario::grant),
        new Happening("grant", DoorScenario::grant),
        new Happening("operator's pulse", DoorScenario::openOnce),
        new Happening("leaf opens", DoorScenario::leafOpens),
        new Happening("leaf closes", DoorScenario::leafCloses)
    };

    /** One thing that happens, after some time. */
    record Step(Duration pause, Happening happening) {
        String what() {
            return happening.what;
        }

        void accept(DoorScenario door) {
            happening.happens.accept(door);
        }

        @Override
        public String toString() {
            return pause.toMillis() + " ms, " + what();
        }
    }

    @Property(tries = 500)
    void isNeverReleasedLongerThanTheMaximumUnlessAModeHoldsIt(Generator any) {
        DoorSettings settings = settings(any);
        List<Step> steps = anything(any);
        DoorScenario door = DoorScenario.of(settings);
        Duration released = Duration.ZERO;
        for (Step step : steps) {
            released = letPass(door, step.pause(), settings, released);
            int before = door.told.size();
            step.accept(door);
            boolean relocked = door.told.subList(before, door.told.size()).stream()
                    .anyMatch(told -> !told.after().released());
            released = door.machine.held() || !door.released() || relocked ? Duration.ZERO : released;
        }
    }

    private static Duration letPass(DoorScenario door, Duration pause, DoorSettings settings, Duration released) {
        Duration sum = released;
        for (Duration passed = Duration.ZERO; passed.compareTo(pause) < 0; passed = passed.plus(LITTLE)) {
            boolean counts = door.released() && !door.machine.held();
            door.passes(LITTLE);
            sum = counts && door.released() ? sum.plus(LITTLE) : Duration.ZERO;
            assertThat(sum).isLessThan(settings.longestUnlock());
        }
        return sum;
    }

    @Property(tries = 500)
    void grantsAloneCannotKeepItReleasedWithoutASecondOfRest(Generator any) {
        List<Step> steps = grants(any);
        DoorScenario door = DoorScenario.ofDefaults();
        Duration unrested = Duration.ZERO;
        Duration locked = Duration.ZERO;
        for (Step step : steps) {
            for (Duration passed = Duration.ZERO; passed.compareTo(step.pause()) < 0; passed = passed.plus(LITTLE)) {
                boolean before = door.released();
                door.passes(LITTLE);
                locked = before || door.released() ? Duration.ZERO : locked.plus(LITTLE);
                boolean rested = locked.toNanos() >= LockedState.REST_NANOS - LITTLE.toNanos();
                unrested = rested || (!before && unrested.isZero()) ? Duration.ZERO : unrested.plus(LITTLE);
                assertThat(unrested)
                        .isLessThan(DoorSettingsFixture.USUAL.longestUnlock().plusNanos(LockedState.REST_NANOS));
            }
            step.accept(door);
        }
    }

    @Property(tries = 500)
    void isForcedOpenExactlyWhenTheLeafOpensWithoutACause(Generator any) {
        DoorSettings settings = settings(any);
        List<Step> steps = anything(any);
        DoorScenario door = DoorScenario.of(settings);
        long lastReleased = 0;
        boolean everReleased = false;
        int seen = 0;
        for (Step step : steps) {
            door.passes(step.pause());
            step.accept(door);
            for (; seen < door.told.size(); seen++) {
                Transition told = door.told.get(seen);
                if (told.before().released() && !told.after().released()) {
                    everReleased = true;
                    lastReleased = door.toldAt.get(told);
                }
                boolean opens =
                        !told.before().leafOpen() && told.after().leafOpen() && told.kind() != DoorEventKind.STARTED;
                if (opens) {
                    boolean grace = everReleased
                            && door.toldAt.get(told) - lastReleased
                                    <= settings.openingGrace().toNanos();
                    boolean cause = told.before().released() || grace;
                    assertThat(told.kind()).isEqualTo(cause ? DoorEventKind.OPENED : DoorEventKind.FORCED_OPEN);
                }
            }
        }
    }

    @Property(tries = 500)
    void howeverTheContactChattersWhenTheLeafFallsShutNoAlarmIsRaised(Generator any) {
        DoorScenario door = DoorScenario.of(settings(any));
        door.rex();
        door.leafOpens();
        door.passes(LITTLE.multipliedBy(any.intBetween(0, 40)));
        door.leafCloses();
        for (int bounce = any.intBetween(0, 5); bounce > 0; bounce--) {
            door.passes(Duration.ofMillis(any.intBetween(1, 100)));
            door.leafOpens();
            door.passes(Duration.ofMillis(any.intBetween(1, 450)));
            door.leafCloses();
        }
        door.passes(Duration.ofSeconds(5));
        assertThat(door.told)
                .allSatisfy(told -> assertThat(told.after().alarms()).isEmpty());
    }

    @Property(tries = 500)
    void anOpeningWithoutACauseThatLastsIsForcedWithinASecondHoweverShortAfterAClosing(Generator any) {
        DoorScenario door = DoorScenario.ofDefaults();
        door.rex();
        door.leafOpens();
        door.passes(Duration.ofSeconds(3));
        door.leafCloses();
        door.passes(Duration.ofMillis(any.intBetween(0, 4_000)));
        door.leafOpens();
        door.passes(Duration.ofSeconds(1));
        assertThat(door.state()).isEqualTo(DoorState.FORCED_OPEN);
    }

    @Property(tries = 500)
    void fireAlwaysWins(Generator any) {
        List<Step> before = anything(any);
        List<Step> during = anything(any);
        DoorScenario door = DoorScenario.ofDefaults();
        run(door, before);
        door.fire(true);
        for (Step step : during) {
            if (!step.what().equals("fire off") && !step.what().equals("fire input recovers")) {
                door.passes(step.pause());
                step.accept(door);
                assertThat(door.released()).as(step.what()).isTrue();
                assertThat(door.mode()).isEqualTo(DoorMode.FIRE);
            }
        }
    }

    @Property(tries = 500)
    void lockDownRefusesEveryGrantAndNoRequestToExit(Generator any) {
        List<Step> before = anything(any);
        List<Step> during = anything(any);
        DoorScenario door = DoorScenario.ofDefaults();
        run(door, before);
        door.lockDown(true);
        for (Step step : during) {
            if (!step.what().equals("lock-down off")) {
                door.passes(step.pause());
                step.accept(door);
                boolean fire = door.mode() == DoorMode.FIRE;
                assertThat(door.grant()).isEqualTo(fire);
                assertThat(door.openOnce()).isEqualTo(fire);
                assertThat(door.rex()).isTrue();
                assertThat(door.released()).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void everyTransitionIsReportedAndStartsWhereThePreviousOneEnded(Generator any) {
        DoorSettings settings = settings(any);
        List<Step> steps = anything(any);
        DoorScenario door = DoorScenario.of(settings);
        for (Step step : steps) {
            door.passes(step.pause());
            assertThat(door.last().after()).isEqualTo(door.machine.view());
            step.accept(door);
            assertThat(door.last().after()).isEqualTo(door.machine.view());
        }
        for (int i = 1; i < door.told.size(); i++) {
            assertThat(door.told.get(i).before()).isEqualTo(door.told.get(i - 1).after());
        }
    }

    @Property(tries = 500)
    void theStateAlwaysFitsLockAndLeaf(Generator any) {
        List<Step> steps = anything(any);
        DoorScenario door = DoorScenario.ofDefaults();
        run(door, steps);
        for (Transition told : door.told) {
            DoorView view = told.after();
            switch (view.state()) {
                case LOCKED -> assertThat(view.released() || view.leafOpen()).isFalse();
                case UNLOCKED -> assertThat(view.released() && !view.leafOpen()).isTrue();
                case OPEN -> assertThat(view.leafOpen()).isTrue();
                case HELD_OPEN ->
                    assertThat(view.leafOpen()).isEqualTo(view.alarms().contains(Alarm.HELD_OPEN));
                case FORCED_OPEN ->
                    assertThat(view.leafOpen()).isEqualTo(view.alarms().contains(Alarm.FORCED_OPEN));
            }
        }
    }

    private static void run(DoorScenario door, List<Step> steps) {
        for (Step step : steps) {
            door.passes(step.pause());
            step.accept(door);
        }
    }

    private static DoorSettings settings(Generator any) {
        Duration pulse = Duration.ofMillis(any.intBetween(500, 5_000));
        return new DoorSettings(
                pulse,
                pulse.plusMillis(any.intBetween(0, 10_000)),
                any.of(RelockOn.values()),
                Duration.ofMillis(any.intBetween(0, 2_000)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(8),
                LockWiring.FAIL_SECURE);
    }

    private static List<Step> anything(Generator any) {
        return steps(any, ANYTHING);
    }

    private static List<Step> grants(Generator any) {
        return steps(any, GRANTS);
    }

    private static List<Step> steps(Generator any, Happening... choice) {
        return any.listOf(0, 40, () -> new Step(LITTLE.multipliedBy(any.intBetween(0, 40)), any.of(choice)));
    }
}
