package io.lintel.access.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.challenge.ChallengeState.Failed;
import io.lintel.access.challenge.ChallengeState.Passed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeTest {

    private static final ChallengeSettings SETTINGS = ChallengeSettings.DEFAULT;

    private final SimulatedFace actor = new SimulatedFace();
    private final InstructionGenerator draw = new InstructionGenerator(SETTINGS, new Random(7));

    private Challenge challenge(Instruction... row) {
        return Challenge.of(SETTINGS, draw, List.of(row), actor.now);
    }

    private Challenge asked(Instruction instruction) {
        Challenge challenge = challenge(instruction);
        while (challenge.instruction() == null && !challenge.isOver()) {
            actor.standStill();
            challenge.see(actor.gesture());
        }
        return challenge;
    }

    private void show(Challenge challenge, int frames) {
        for (int i = 0; i < frames; i++) {
            actor.standStill();
            challenge.see(actor.gesture());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoFollowsAnInstructionPasses(Instruction instruction) {
        assertThat(SimulatedFace.obeying(challenge(instruction), actor, Duration.ofMillis(500)))
                .isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNothingFails(Instruction instruction) {
        Challenge challenge = asked(instruction);

        show(challenge, 15 * 7);

        assertThat(challenge.state()).isEqualTo(new Failed("did not follow " + instruction.code()));
    }

    @Test
    void theOtherTurnFailsAtOnce() {
        Challenge challenge = asked(Instruction.LEFT);

        actor.yaw = -16;
        show(challenge, 1);

        assertThat(challenge.state()).isEqualTo(new Failed("turned right instead of left"));
    }

    @Test
    void aTurnFailsWhereEyesShouldBeShut() {
        Challenge challenge = asked(Instruction.BLINK);

        actor.yaw = 18;
        show(challenge, 1);

        assertThat(challenge.state()).isInstanceOf(Failed.class);
    }

    @Test
    void aNaturalBlinkNeitherPassesNorFails() {
        Challenge shut = asked(Instruction.BLINK);
        actor.eyes = 0.13;
        show(shut, 4);
        actor.eyes = 0.28;
        show(shut, 3);

        assertThat(shut.instruction()).isEqualTo(Instruction.BLINK);
    }

    @Test
    void eyesShutForLongFailWhereATurnIsAskedFor() {
        Challenge challenge = asked(Instruction.LEFT);

        actor.eyes = 0.13;
        show(challenge, 8);

        assertThat(challenge.state()).isEqualTo(new Failed("shut the eyes instead of left"));
    }

    /** Found by a property's draw: from one end of its sway to the other it turned further than a head. */
    @Test
    void aSwayingPictureThatKeepsFacingTheCameraDoesNotCountAsATurn() {
        actor.yaw = -12;
        Challenge challenge = asked(Instruction.LEFT);

        actor.yaw = 12;
        show(challenge, 15);

        assertThat(challenge.instruction()).isEqualTo(Instruction.LEFT);
    }

    @Test
    void oneFrameOfATurnIsNotEnough() {
        Challenge challenge = asked(Instruction.LEFT);

        actor.yaw = 25;
        show(challenge, 1);
        assertThat(challenge.instruction()).isEqualTo(Instruction.LEFT);
        show(challenge, 1);

        assertThat(challenge.instruction()).isNull();
        assertThat(challenge.isOver()).isFalse();
    }

    @Test
    void thereIsNoNextInstructionBeforeTheFaceIsStraightAgain() {
        Challenge challenge = challenge(Instruction.LEFT, Instruction.BLINK);
        while (challenge.instruction() == null) {
            actor.standStill();
            challenge.see(actor.gesture());
        }
        actor.yaw = 30;
        show(challenge, 30);

        assertThat(challenge.instruction()).isNull();
    }

    @Test
    void aFaceThatJumpsFails() {
        Challenge challenge = asked(Instruction.LEFT);

        actor.x += 200;
        show(challenge, 1);

        assertThat(challenge.state()).isEqualTo(new Failed("the face jumped"));
    }

    @Test
    void aFaceThatIsOutOfSightFails() {
        Challenge challenge = asked(Instruction.LEFT);

        actor.now += Duration.ofMillis(800).toNanos();
        challenge.see(actor.gesture());

        assertThat(challenge.state()).isEqualTo(new Failed("the face went out of sight"));
    }

    @Test
    void aPictureThatIsTurnedHoldsNoEyesShut() {
        // A print keeps its eyes as they are: 0.27 to 0.30 on the demo's print.
        Challenge challenge = asked(Instruction.BLINK);
        for (int i = 0; i < 15 * 7; i++) {
            actor.eyes = 0.27 + 0.03 * (i % 2);
            show(challenge, 1);
        }

        assertThat(challenge.state()).isInstanceOf(Failed.class);
    }

    /** Required: at least 90 % of 200 draws. */
    @Test
    void aRecordingOfAPassedChallengeFailsAgainstAnotherSequence() {
        Random random = new Random(2026);
        int failed = 0;
        for (int trial = 0; trial < 200; trial++) {
            List<Gesture> recording = record(random);
            InstructionGenerator fresh = new InstructionGenerator(SETTINGS, new Random(random.nextLong()));
            Challenge challenge = Challenge.begin(
                    SETTINGS, fresh, 60, 640, recording.getFirst().nanos());
            recording.forEach(challenge::see);
            failed += challenge.state() instanceof Passed ? 0 : 1;
        }

        assertThat(failed).isGreaterThanOrEqualTo(190);
    }

    /** Two steps are enough for the 90 % too. */
    @Test
    void soItDoesWithTwoSteps() {
        ChallengeSettings two = SETTINGS.withSteps(2);
        Random random = new Random(4);
        int failed = 0;
        for (int trial = 0; trial < 200; trial++) {
            SimulatedFace person = new SimulatedFace();
            Challenge passed = Challenge.begin(two, new InstructionGenerator(two, random), 60, 640, person.now);
            List<Gesture> recording = recording(passed, person);
            Challenge challenge = Challenge.begin(
                    two,
                    new InstructionGenerator(two, random),
                    60,
                    640,
                    recording.getFirst().nanos());
            recording.forEach(challenge::see);
            failed += challenge.state() instanceof Passed ? 0 : 1;
        }

        assertThat(failed).isGreaterThanOrEqualTo(180);
    }

    private static List<Gesture> record(Random random) {
        SimulatedFace person = new SimulatedFace();
        Challenge passed = Challenge.begin(SETTINGS, new InstructionGenerator(SETTINGS, random), 60, 640, person.now);
        List<Gesture> recording = recording(passed, person);
        assertThat(passed.state()).isInstanceOf(Passed.class);
        return recording;
    }

    private static List<Gesture> recording(Challenge challenge, SimulatedFace person) {
        List<Gesture> recording = new ArrayList<>();
        while (!challenge.isOver()) {
            person.obey(challenge.instruction());
            recording.add(person.gesture());
            challenge.see(person.gesture());
        }
        return recording;
    }
}
