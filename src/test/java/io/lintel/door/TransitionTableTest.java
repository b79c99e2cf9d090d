package io.lintel.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each situation a door can be in, by each thing that can happen to it. A cell reads: state (L locked, U unlocked, O open,
 * H held open, F forced open), lock (r released, l locked), mode (N normal, S schedule, u operator's unlock, k operator's
 * lock, D lock-down, X fire); "!" is a refusal.
 */
class TransitionTableTest {

    private static final String TABLE = """
                             GRANT     OPENS     FIRE      TAMPER    LOCK      SCHED.    LOCK-DOWN RELAY     PULSE
                                  REX       CLOSES    OFF       UNLOCK    RELEASE   OFF       OFF       FIRE IN.  HELD-OPEN TIME
        LOCKED               UrN  UrN  FlN  LlN  UrX  LlN  LlN  Uru  Llk  LlN  UrS  LlN  LlD  LlN  LlN  UrX  LlN  LlN
        UNLOCKED_BY_GRANT    UrN  UrN  OlN  UrN  UrX  UrN  UrN  Uru  Llk  UrN  UrS  UrN  LlD  UrN  LlN  UrX  LlN  LlN
        UNLOCKED_BY_REX      UrN  UrN  OlN  UrN  UrX  UrN  UrN  Uru  Urk  UrN  UrS  UrN  UrD  UrN  LlN  UrX  LlN  LlN
        OPEN_LOCKED          OrN  OrN  OlN  LlN  OrX  OlN  OlN  Oru  Olk  OlN  OrS  OlN  OlD  OlN  OlN  OrX  OlN  HlN
        OPEN_RELEASED        OrN  OrN  OrN  UrN  OrX  OrN  OrN  Oru  Olk  OrN  OrS  OrN  OlD  OrN  OlN  OrX  OlN  HlN
        HELD_OPEN            HrN  HrN  HlN  LlN  OrX  HlN  HlN  Oru  Hlk  HlN  OrS  HlN  HlD  HlN  HlN  OrX  HlN  HlN
        HELD_OPEN_RELEASED   HrN  HrN  HrN  UrN  OrX  HrN  HrN  Oru  Hrk  HrN  OrS  HrN  HrD  HrN  HlN  OrX  HlN  HlN
        FORCED_OPEN          FrN  FrN  FlN  LlN  FrX  FlN  FlN  Fru  Flk  FlN  FrS  FlN  FlD  FlN  FlN  FrX  FlN  FlN
        FORCED_OPEN_RELEASED FrN  FrN  FrN  UrN  FrX  FrN  FrN  Fru  Frk  FrN  FrS  FrN  FrD  FrN  FlN  FrX  FlN  FlN
        SCHEDULED            UrS  UrS  OrS  UrS  UrX  UrS  UrS  Uru  Llk  UrS  UrS  LlN  LlD  UrS  UrS  UrX  UrS  UrS
        SCHEDULED_OPEN       OrS  OrS  OrS  UrS  OrX  OrS  OrS  Oru  Olk  OrS  OrS  OlN  OlD  OrS  OrS  OrX  OrS  OrS
        OPERATOR_UNLOCKED    Uru  Uru  Oru  Uru  UrX  Uru  Uru  Uru  Llk  LlN  Uru  Uru  LlD  Uru  Uru  UrX  Uru  Uru
        OPERATOR_LOCKED      Llk! Urk  Flk  Llk  UrX  Llk  Llk  Uru  Llk  LlN  Llk  Llk  LlD  Llk  Llk  UrX  Llk  Llk
        OPERATOR_LOCKED_REX  Urk! Urk  Olk  Urk  UrX  Urk  Urk  Uru  Urk  UrN  Urk  Urk  UrD  Urk  Llk  UrX  Llk  Llk
        LOCK_DOWN            LlD! UrD  FlD  LlD  UrX  LlD  LlD  LlD! LlD  LlD  LlD  LlD  LlD  LlN  LlD  UrX  LlD  LlD
        LOCK_DOWN_REX        UrD! UrD  OlD  UrD  UrX  UrD  UrD  UrD! UrD  UrD  UrD  UrD  UrD  UrN  LlD  UrX  LlD  LlD
        LOCK_DOWN_FORCED     FlD! FrD  FlD  LlD  FrX  FlD  FlD  FlD! FlD  FlD  FlD  FlD  FlD  FlN  FlD  FrX  FlD  FlD
        FIRE                 UrX  UrX  OrX  UrX  UrX  LlN  UrX  UrX  UrX  UrX  UrX  UrX  UrX  UrX  UrX  UrX  UrX  UrX
        FIRE_OPEN            OrX  OrX  OrX  UrX  OrX  OlN  OrX  OrX  OrX  OrX  OrX  OrX  OrX  OrX  OrX  OrX  OrX  OrX
        FIRE_FORCED          FrX  FrX  FrX  UrX  FrX  FlN  FrX  FrX  FrX  FrX  FrX  FrX  FrX  FrX  FrX  FrX  FrX  FrX
        """;

    private enum Situation {
        LOCKED(door -> {}),
        UNLOCKED_BY_GRANT(DoorScenario::grant),
        UNLOCKED_BY_REX(DoorScenario::rex),
        OPEN_LOCKED(door -> {
            door.grant();
            door.leafOpens();
        }),
        OPEN_RELEASED(door -> {
            door.grant();
            door.leafOpens();
            door.grant();
        }),
        HELD_OPEN(door -> {
            door.grant();
            door.leafOpens();
            door.passes(Duration.ofSeconds(30));
        }),
        HELD_OPEN_RELEASED(door -> {
            HELD_OPEN.reach.accept(door);
            door.rex();
        }),
        FORCED_OPEN(DoorScenario::leafOpens),
        FORCED_OPEN_RELEASED(door -> {
            door.leafOpens();
            door.rex();
        }),
        SCHEDULED(door -> door.schedule(true)),
        SCHEDULED_OPEN(door -> {
            door.schedule(true);
            door.leafOpens();
        }),
        OPERATOR_UNLOCKED(door -> door.order(OperatorOrder.UNLOCK)),
        OPERATOR_LOCKED(door -> door.order(OperatorOrder.LOCK)),
        OPERATOR_LOCKED_REX(door -> {
            door.order(OperatorOrder.LOCK);
            door.rex();
        }),
        LOCK_DOWN(door -> door.lockDown(true)),
        LOCK_DOWN_REX(door -> {
            door.lockDown(true);
            door.rex();
        }),
        LOCK_DOWN_FORCED(door -> {
            door.lockDown(true);
            door.leafOpens();
        }),
        FIRE(door -> door.fire(true)),
        FIRE_OPEN(door -> {
            door.fire(true);
            door.leafOpens();
        }),
        FIRE_FORCED(door -> {
            door.leafOpens();
            door.fire(true);
        });

        private final Consumer<DoorScenario> reach;

        Situation(Consumer<DoorScenario> reach) {
            this.reach = reach;
        }
    }

    private enum Happening {
        GRANT(DoorScenario::grant),
        REX(DoorScenario::rex),
        OPENS(DoorScenario::leafOpens),
        CLOSES(DoorScenario::leafCloses),
        FIRE_ON(door -> door.fire(true)),
        FIRE_OFF(door -> door.fire(false)),
        TAMPER(door -> door.tamper(true)),
        UNLOCK(door -> door.order(OperatorOrder.UNLOCK)),
        LOCK(door -> door.order(OperatorOrder.LOCK)),
        RELEASE(door -> door.order(OperatorOrder.RELEASE)),
        SCHEDULE_ON(door -> door.schedule(true)),
        SCHEDULE_OFF(door -> door.schedule(false)),
        LOCK_DOWN_ON(door -> door.lockDown(true)),
        LOCK_DOWN_OFF(door -> door.lockDown(false)),
        RELAY_FAILS(DoorScenario::relayFails),
        FIRE_INPUT_FAILS(door -> door.fails(DoorInput.FIRE)),
        PULSE_TIME(door -> passes(door, DoorSettingsFixture.USUAL.unlockTime())),
        HELD_OPEN_TIME(door -> passes(door, DoorSettingsFixture.USUAL.heldOpenAfter()));

        private final Predicate<DoorScenario> happens;

        Happening(Predicate<DoorScenario> happens) {
            this.happens = happens;
        }

        private static boolean passes(DoorScenario door, Duration time) {
            door.passes(time);
            return true;
        }
    }

    @TestFactory
    List<DynamicTest> eachCell() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> lines = TABLE.lines().toList();
        for (Situation situation : Situation.values()) {
            String[] cells = lines.get(2 + situation.ordinal()).trim().split("\\s+");
            assertThat(cells).hasSize(1 + Happening.values().length).startsWith(situation.name());
            for (Happening happening : Happening.values()) {
                String expected = cells[1 + happening.ordinal()];
                tests.add(DynamicTest.dynamicTest(
                        situation + " then " + happening,
                        () -> assertThat(cell(situation, happening)).isEqualTo(expected)));
            }
        }
        return tests;
    }

    @Test
    void theTableHasEveryStateLockAndModeThatOccurs() {
        String reached = TABLE.lines().skip(2).collect(Collectors.joining(" "));

        assertThat(List.of(reached.replace("!", "").trim().split("\\s+")))
                .contains("LlN", "UrN", "OlN", "OrN", "HlN", "HrN", "FlN", "FrN", "UrS", "OrS", "Uru", "Oru")
                .contains("Llk", "Urk", "LlD", "UrD", "FlD", "UrX", "OrX", "FrX");
    }

    private static String cell(Situation situation, Happening happening) {
        DoorScenario door = DoorScenario.ofDefaults();
        situation.reach.accept(door);
        boolean accepted = happening.happens.test(door);
        return "" + door.state().name().charAt(0)
                + (door.released() ? 'r' : 'l')
                + switch (door.mode()) {
                    case NORMAL -> "N";
                    case SCHEDULED_UNLOCK -> "S";
                    case OPERATOR_UNLOCK -> "u";
                    case OPERATOR_LOCK -> "k";
                    case LOCK_DOWN -> "D";
                    case FIRE -> "X";
                }
                + (accepted ? "" : "!");
    }
}
