package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for a door whatever happens to it, in whatever order. */
class DoorMachinePropertyTest {

    private static final Duration LITTLE = Duration.ofMillis(100);

    /** One thing that happens, after some time. */
    record Step(Duration pause, String what, Consumer<Scenario> happens) {
        @Override
        public String toString() {
            return pause.toMillis() + " ms, " + what;
        }
    }

    @Property(tries = 500)
    void isNeverReleasedLongerThanTheMaximumUnlessAModeHoldsIt(
            @ForAll("settings") DoorSettings settings, @ForAll("anything") List<Step> steps) {
        Scenario door = Scenario.of(settings);
        Duration released = Duration.ZERO;
        for (Step step : steps) {
            released = letPass(door, step.pause(), settings, released);
            int before = door.told.size();
            step.happens().accept(door);
            boolean relocked = door.told.subList(before, door.told.size()).stream()
                    .anyMatch(told -> !told.after().released());
            released = door.machine.held() || !door.released() || relocked ? Duration.ZERO : released;
        }
    }

    private static Duration letPass(Scenario door, Duration pause, DoorSettings settings, Duration released) {
        Duration sum = released;
        for (Duration passed = Duration.ZERO; passed.compareTo(pause) < 0; passed = passed.plus(LITTLE)) {
            boolean counts = door.released() && !door.machine.held();
            door.passes(LITTLE);
            sum = counts && door.released() ? sum.plus(LITTLE) : Duration.ZERO;
            assertThat(sum).isLessThan(settings.maximum());
        }
        return sum;
    }

    @Property(tries = 500)
    void grantsAloneCannotKeepItReleasedWithoutASecondOfRest(@ForAll("grants") List<Step> steps) {
        Scenario door = Scenario.ofDefaults();
        Duration unrested = Duration.ZERO;
        Duration locked = Duration.ZERO;
        for (Step step : steps) {
            for (Duration passed = Duration.ZERO; passed.compareTo(step.pause()) < 0; passed = passed.plus(LITTLE)) {
                boolean before = door.released();
                door.passes(LITTLE);
                locked = before || door.released() ? Duration.ZERO : locked.plus(LITTLE);
                boolean rested = locked.toNanos() >= LockedState.REST_NANOS - LITTLE.toNanos();
                unrested = rested || (!before && unrested.isZero()) ? Duration.ZERO : unrested.plus(LITTLE);
                assertThat(unrested).isLessThan(DoorSettings.DEFAULTS.maximum().plusNanos(LockedState.REST_NANOS));
            }
            step.happens().accept(door);
        }
    }

    @Property(tries = 500)
    void isForcedOpenExactlyWhenTheLeafOpensWithoutACause(
            @ForAll("settings") DoorSettings settings, @ForAll("anything") List<Step> steps) {
        Scenario door = Scenario.of(settings);
        long lastReleased = 0;
        boolean everReleased = false;
        int seen = 0;
        for (Step step : steps) {
            door.passes(step.pause());
            step.happens().accept(door);
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
                            && door.clock.nanos() - lastReleased
                                    <= settings.openingGrace().toNanos();
                    boolean cause = told.before().released() || grace;
                    assertThat(told.kind()).isEqualTo(cause ? DoorEventKind.OPENED : DoorEventKind.FORCED_OPEN);
                }
            }
        }
    }

    @Property(tries = 500)
    void fireAlwaysWins(@ForAll("anything") List<Step> before, @ForAll("anything") List<Step> during) {
        Scenario door = Scenario.ofDefaults();
        run(door, before);
        door.fire(true);
        for (Step step : during) {
            if (!step.what().equals("fire off") && !step.what().equals("fire input recovers")) {
                door.passes(step.pause());
                step.happens().accept(door);
                assertThat(door.released()).as(step.what()).isTrue();
                assertThat(door.mode()).isEqualTo(DoorMode.FIRE);
            }
        }
    }

    @Property(tries = 500)
    void lockDownRefusesEveryGrantAndNoRequestToExit(
            @ForAll("anything") List<Step> before, @ForAll("anything") List<Step> during) {
        Scenario door = Scenario.ofDefaults();
        run(door, before);
        door.lockDown(true);
        for (Step step : during) {
            if (!step.what().equals("lock-down off")) {
                door.passes(step.pause());
                step.happens().accept(door);
                boolean fire = door.mode() == DoorMode.FIRE;
                assertThat(door.grant()).isEqualTo(fire);
                assertThat(door.openOnce()).isEqualTo(fire);
                assertThat(door.rex()).isTrue();
                assertThat(door.released()).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void everyTransitionIsToldAndOneBeginsWhereTheLastEnded(
            @ForAll("settings") DoorSettings settings, @ForAll("anything") List<Step> steps) {
        Scenario door = Scenario.of(settings);
        for (Step step : steps) {
            door.passes(step.pause());
            assertThat(door.last().after()).isEqualTo(door.machine.view());
            step.happens().accept(door);
            assertThat(door.last().after()).isEqualTo(door.machine.view());
        }
        for (int i = 1; i < door.told.size(); i++) {
            assertThat(door.told.get(i).before()).isEqualTo(door.told.get(i - 1).after());
        }
    }

    @Property(tries = 500)
    void theStateAlwaysFitsLockAndLeaf(@ForAll("anything") List<Step> steps) {
        Scenario door = Scenario.ofDefaults();
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

    private static void run(Scenario door, List<Step> steps) {
        for (Step step : steps) {
            door.passes(step.pause());
            step.happens().accept(door);
        }
    }

    @Provide
    Arbitrary<DoorSettings> settings() {
        return Combinators.combine(
                        Arbitraries.integers().between(500, 5_000),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(RelockOn.values()),
                        Arbitraries.integers().between(0, 2_000))
                .as((pulse, more, relockOn, grace) -> new DoorSettings(
                        Duration.ofMillis(pulse),
                        Duration.ofMillis(pulse + more),
                        relockOn,
                        Duration.ofMillis(grace),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(8),
                        LockWiring.FAIL_SECURE));
    }

    @Provide
    Arbitrary<List<Step>> anything() {
        return steps(Arbitraries.oneOf(
                steps("grant", Scenario::grant),
                steps("operator's pulse", Scenario::openOnce),
                steps("request to exit", Scenario::rex),
                steps("leaf opens", Scenario::leafOpens),
                steps("leaf closes", Scenario::leafCloses),
                steps("fire on", door -> door.fire(true)),
                steps("fire off", door -> door.fire(false)),
                steps("tamper on", door -> door.tamper(true)),
                steps("tamper off", door -> door.tamper(false)),
                steps("order unlock", door -> door.order(OperatorOrder.UNLOCK)),
                steps("order lock", door -> door.order(OperatorOrder.LOCK)),
                steps("order release", door -> door.order(OperatorOrder.RELEASE)),
                steps("schedule on", door -> door.schedule(true)),
                steps("schedule off", door -> door.schedule(false)),
                steps("lock-down on", door -> door.lockDown(true)),
                steps("lock-down off", door -> door.lockDown(false)),
                steps("relay fails", Scenario::relayFails),
                steps("relay recovers", door -> door.signal(new Signal.RelayRecovered())),
                steps("door sensor fails", door -> door.fails(DoorInput.DOOR_SENSOR)),
                steps("fire input fails", door -> door.fails(DoorInput.FIRE)),
                steps("fire input recovers", door -> {
                    door.signal(new Signal.InputRecovered(DoorInput.FIRE));
                    door.fire(false);
                }),
                steps(
                        "locked by force",
                        door -> door.signal(new Signal.LockedByForce(DoorEventKind.MAXIMUM_ENFORCED, "")))));
    }

    @Provide
    Arbitrary<List<Step>> grants() {
        return steps(Arbitraries.oneOf(
                steps("grant", Scenario::grant),
                steps("grant", Scenario::grant),
                steps("operator's pulse", Scenario::openOnce),
                steps("leaf opens", Scenario::leafOpens),
                steps("leaf closes", Scenario::leafCloses)));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<Step> step) {
        return step.list().ofMaxSize(40);
    }

    private static Arbitrary<Step> steps(String what, Consumer<Scenario> happens) {
        return Arbitraries.integers()
                .between(0, 40)
                .map(tenths -> new Step(LITTLE.multipliedBy(tenths), what, happens));
    }
}
