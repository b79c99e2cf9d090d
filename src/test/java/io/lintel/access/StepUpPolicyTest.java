package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.challenge.Instruction;
import io.lintel.access.pin.PinEntry;
import io.lintel.access.pin.PinSettings;
import io.lintel.gallery.PersonId;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a door asks for beyond a live face. */
class StepUpPolicyTest {

    private ChallengeWhen when = ChallengeWhen.NEVER;
    private @Nullable PersonId withPin;
    private long deskNow = 1;
    private final PinEntry pins = newPinEntry();
    private final Scenario door = newDoor();

    private PinEntry newPinEntry() {
        return new PinEntry(
                (person, pin) -> pin.equals("4711"), PinSettings.DEFAULT, () -> deskNow, new Random(1), Runnable::run);
    }

    private Scenario newDoor() {
        StepUpPolicy stepUp = new StepUpPolicy() {
            @Override
            public ChallengeWhen challenge() {
                return when;
            }

            @Override
            public boolean needsPin(PersonId person) {
                return person.equals(withPin);
            }
        };
        return new Scenario(MobileFaceNet.ACCESS, 15, stepUp, pins);
    }

    private @Nullable DoorScreenMessage shown() {
        return door.views().isEmpty() ? null : door.views().getFirst().observation();
    }

    private List<Decision> obey(Visitor visitor, Duration time) {
        List<Decision> decisions = new ArrayList<>();
        for (long i = 0; i < time.toMillis() * 15 / 1000 && decisions.isEmpty(); i++) {
            Instruction asked = shown() instanceof DoorScreenMessage.Asked(var instruction) ? instruction : null;
            decisions.addAll(door.frame(visitor.obeying(asked)));
        }
        return decisions;
    }

    private void standUntilPinIsAsked(Visitor visitor) {
        for (int i = 0; i < 30 && !(shown() instanceof DoorScreenMessage.EnterPin); i++) {
            door.frame(visitor);
        }
        deskNow = door.clock.nanos();
    }

    private void type(String pin) {
        assertThat(shown()).isInstanceOf(DoorScreenMessage.EnterPin.class);
        deskNow = door.clock.nanos();
        pins.enter(((DoorScreenMessage.EnterPin) shown()).ticket(), pin);
    }

    @Test
    void aFaceThatIgnoresTheInstructionNeverPasses() {
        when = ChallengeWhen.ALWAYS;

        door.stand(Duration.ofSeconds(60), door.visitor(DALIA, 0.9));

        assertThat(door.codes()).isNotEmpty().containsOnly("spoof");
    }

    @Test
    void whoFollowsItIsLetInAndTheLogSaysSo() {
        when = ChallengeWhen.ALWAYS;

        List<Decision> decisions = obey(door.visitor(DALIA, 0.9), Duration.ofSeconds(30));

        assertThat(decisions).hasSize(1).first().isInstanceOf(Decision.Granted.class);
        assertThat(decisions.getFirst().explanation().proofs())
                .singleElement()
                .asString()
                .endsWith(": passed");
        assertThat(decisions.getFirst().explanation().fields().values()).containsKey("proofs");
    }

    @Test
    void somebodyWhomTheModelsAreUnsureAboutIsAskedInsteadOfTurnedAway() {
        when = ChallengeWhen.WHEN_UNSURE;

        List<Decision> decisions = obey(door.visitor(DALIA, 0.9).withLiveness(0.4), Duration.ofSeconds(30));

        assertThat(decisions).hasSize(1).first().isInstanceOf(Decision.Granted.class);
    }

    @Test
    void somebodyClearlyLiveIsNotAsked() {
        when = ChallengeWhen.WHEN_UNSURE;

        assertThat(door.stand(Duration.ofSeconds(1), door.visitor(DALIA, 0.9)))
                .singleElement()
                .isInstanceOf(Decision.Granted.class);
    }

    @Test
    void aPictureThatIsClearlyOneIsNotAsked() {
        when = ChallengeWhen.WHEN_UNSURE;

        obey(door.visitor(DALIA, 0.9).withLiveness(0.05), Duration.ofSeconds(30));

        assertThat(door.codes()).isNotEmpty().containsOnly("spoof");
    }

    @Test
    void withoutAnAnswerOfAModelNoChallengeHelps() {
        when = ChallengeWhen.ALWAYS;

        obey(door.visitor(DALIA, 0.9).withoutLiveness(), Duration.ofSeconds(30));

        assertThat(door.codes()).isNotEmpty().containsOnly("no-liveness");
    }

    @Test
    void whoLeavesDuringTheChallengeIsInTheLog() {
        when = ChallengeWhen.ALWAYS;
        door.stand(Duration.ofSeconds(2), door.visitor(DALIA, 0.9));
        assertThat(shown()).isInstanceOf(DoorScreenMessage.Asked.class);

        door.nobody(Duration.ofSeconds(3));

        assertThat(door.decided()).singleElement().satisfies(timed -> {
            assertThat(timed.decision().code()).isEqualTo("spoof");
            assertThat(timed.decision().person()).isEqualTo(DALIA);
        });
    }

    @Test
    void anotherPersonCannotFollowTheInstructionInTheirPlace() {
        when = ChallengeWhen.ALWAYS;
        Visitor visitor = door.visitor(DALIA, 0.9);
        door.stand(Duration.ofSeconds(2), visitor);

        visitor.looking(door.visitor(EMEKA, 0.5).look());
        obey(visitor, Duration.ofSeconds(1));

        assertThat(door.codes()).containsExactly("spoof");
        assertThat(door.views().getFirst().observation()).isNotInstanceOf(DoorScreenMessage.Asked.class);
    }

    @Property(tries = 60)
    void nobodyUnsureEverPassesWithoutFollowing(Generator any) {
        double liveness = any.doubleBetween(0, 1);
        when = ChallengeWhen.ALWAYS;
        Visitor visitor = door.visitor(DALIA, 0.9).withLiveness(liveness);

        door.stand(Duration.ofSeconds(20), visitor);

        assertThat(door.codes()).doesNotContain("granted");
    }

    @Test
    void whoHasAPinIsLetInOnlyAfterIt() {
        withPin = DALIA;
        Visitor visitor = door.visitor(DALIA, 0.9);
        standUntilPinIsAsked(visitor);
        assertThat(door.decided()).isEmpty();

        type("4711");
        List<Decision> decisions = door.stand(Duration.ofSeconds(1), visitor);

        assertThat(decisions).singleElement().isInstanceOf(Decision.Granted.class);
        assertThat(decisions.getFirst().explanation().proofs()).containsExactly("PIN");
    }

    @Test
    void whoHasNoneIsNotAsked() {
        withPin = DALIA;

        assertThat(door.stand(Duration.ofSeconds(1), door.visitor(EMEKA, 0.9)))
                .singleElement()
                .isInstanceOf(Decision.Granted.class);
    }

    @Test
    void threeWrongPinsAreADenial() {
        withPin = DALIA;
        Visitor visitor = door.visitor(DALIA, 0.9);
        standUntilPinIsAsked(visitor);

        for (int i = 0; i < 3; i++) {
            type("1234");
            door.frame(visitor);
        }

        assertThat(door.codes()).containsExactly("wrong-pin");
        assertThat(shown())
                .isInstanceOfSatisfying(
                        DoorScreenMessage.Waiting.class,
                        waiting -> assertThat(waiting.why().reason()).isEqualTo(DenialReason.WRONG_PIN));
    }

    @Test
    void noPinInTimeIsADenial() {
        withPin = DALIA;

        door.stand(Duration.ofSeconds(23), door.visitor(DALIA, 0.9));

        assertThat(door.codes()).containsExactly("no-pin");
    }

    @Test
    void whoLeavesWithoutAPinFreesThePad() {
        withPin = DALIA;
        standUntilPinIsAsked(door.visitor(DALIA, 0.9));

        door.nobody(Duration.ofSeconds(3));

        assertThat(door.codes()).containsExactly("no-pin");
        assertThat(pins.open(EMEKA, door.clock.nanos())).isNotNull();
    }

    @Test
    void aPictureIsNeverAskedForThePin() {
        withPin = DALIA;
        Visitor print = door.visitor(DALIA, 0.9).withLiveness(0.1);
        List<DoorScreenMessage> seen = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            door.frame(print);
            seen.add(shown());
        }

        assertThat(seen).noneMatch(DoorScreenMessage.EnterPin.class::isInstance);
        assertThat(door.codes()).containsOnly("spoof");
    }

    @Test
    void aPictureHeldUpWhileThePinIsTypedDoesNotGetIn() {
        withPin = DALIA;
        Visitor visitor = door.visitor(DALIA, 0.9);
        standUntilPinIsAsked(visitor);

        visitor.withLiveness(0.02);
        door.stand(Duration.ofSeconds(2), visitor);
        type("4711");
        door.stand(Duration.ofSeconds(2), visitor);

        assertThat(door.codes()).doesNotContain("granted").contains("spoof");
    }

    @Test
    void challengeAndPinAreBothAskedFor() {
        when = ChallengeWhen.ALWAYS;
        withPin = DALIA;
        Visitor visitor = door.visitor(DALIA, 0.9);
        for (int i = 0; i < 15 * 30 && !(shown() instanceof DoorScreenMessage.EnterPin); i++) {
            Instruction asked = shown() instanceof DoorScreenMessage.Asked(var instruction) ? instruction : null;
            door.frame(visitor.obeying(asked));
        }
        type("4711");

        List<Decision> decisions = door.stand(Duration.ofSeconds(1), visitor);

        assertThat(decisions).singleElement().isInstanceOf(Decision.Granted.class);
        assertThat(decisions.getFirst().explanation().proofs()).hasSize(2);
    }

    /** Whoever plays with a photo of somebody, the real one waits for seconds only. */
    @Property(tries = 40)
    void aPhotoCannotLockOutItsOwner(Generator any) {
        double liveness = any.doubleBetween(0, 0.3);
        double seconds = any.doubleBetween(1, 90);
        door.stand(
                Duration.ofMillis((long) (seconds * 1000)),
                door.visitor(DALIA, 0.9).withLiveness(liveness));
        door.nobody(Duration.ofSeconds(2));

        List<Decision> decisions =
                door.stand(Duration.ofSeconds(7), door.visitor(DALIA, 0.9).at(300));

        assertThat(decisions).anyMatch(Decision.Granted.class::isInstance);
    }

    /** Nor anybody else. */
    @Property(tries = 40)
    void aPhotoCannotLockOutOthers(Generator any) {
        double seconds = any.doubleBetween(1, 60);
        Visitor print = door.visitor(DALIA, 0.9).withLiveness(0.1);
        door.stand(Duration.ofMillis((long) (seconds * 1000)), print);

        List<Decision> decisions = door.stand(
                Duration.ofSeconds(1), print, door.visitor(EMEKA, 0.9).at(400));

        assertThat(decisions).anyMatch(Decision.Granted.class::isInstance);
    }
}
