package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.challenge.ChallengeWhen;
import io.lintel.access.pin.PinEntry;
import io.lintel.access.pin.PinSettings;
import io.lintel.face.Embedding;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.ValiditySpan;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import io.lintel.schedule.WeeklySchedule;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Report 20: twins. Where the looks do not tell them apart, nobody is let in as the other, and yet there is a way in. */
class LookAlikesAtTheDoorTest {

    private static final PersonId THIRD = new PersonId(3);
    private static final Duration LONG = Duration.ofSeconds(8);

    private final Map<PersonId, String> pins = new HashMap<>();
    private long padNow = 1;
    private final PinEntry pad = new PinEntry(
            (person, pin) -> pin.equals(pins.get(person)),
            PinSettings.DEFAULT,
            () -> padNow,
            new Random(1),
            Runnable::run);
    private final Scenario door = new Scenario(
            MobileFaceNet.ACCESS,
            15,
            new StepUpPolicy() {
                @Override
                public ChallengeWhen challenge() {
                    return ChallengeWhen.NEVER;
                }

                @Override
                public boolean needsPin(PersonId person) {
                    return pins.containsKey(person);
                }
            },
            pad);

    @Test
    void twinsWhoMayBothEnterAreLetInAndBothAreNamed() {
        door.gallery.resemble(DALIA, EMEKA);

        List<Decision> decisions = door.stand(LONG, visitor(0.71, 0.69));

        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Granted.class, granted -> {
            assertThat(granted.all()).containsExactlyInAnyOrder(DALIA, EMEKA);
            assertThat(granted.isCertain()).isFalse();
        });
        assertThat(door.views().getFirst().observation()).isEqualTo(new DoorScreenMessage.Granted(null));
    }

    @Test
    void looksThatGoBackAndForthBetweenThemCountForBoth() {
        door.gallery.resemble(DALIA, EMEKA);
        Visitor twin = visitor(0.71, 0.69);

        for (int frame = 0; frame < 90 && door.decided().isEmpty(); frame++) {
            twin.looking(frame % 2 == 0 ? look(0.71, 0.69, 0) : look(0.69, 0.71, 0));
            door.frame(twin);
        }

        assertThat(door.codes()).containsExactly("granted");
    }

    @Test
    void whoseTwinMayNotEnterNowStaysOutAndTheReasonIsSaid() {
        door.gallery.resemble(DALIA, EMEKA);
        disable(EMEKA);

        List<Decision> decisions = door.stand(LONG, visitor(0.71, 0.69));

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted");
        assertThat(decisions.getFirst().code()).isEqualTo("ambiguous");
        assertThat(decisions.getFirst().detail()).contains("not all of them may enter now");
    }

    @Test
    void whoIsToldApartIsLetInWhateverTheOtherMay() {
        door.gallery.resemble(DALIA, EMEKA);
        disable(EMEKA);

        List<Decision> decisions = door.stand(LONG, visitor(0.9, 0.3));

        assertThat(decisions)
                .singleElement()
                .isInstanceOfSatisfying(
                        Decision.Granted.class,
                        granted -> assertThat(granted.all()).containsExactly(DALIA));
    }

    @Test
    void peopleWhoAreNotKnownToLookAlikeAreStillTurnedAway() {
        assertThat(door.stand(LONG, visitor(0.71, 0.69)))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.code()).isEqualTo("ambiguous"));
    }

    /** The face may be the third's, whom only the second resembles. */
    @Test
    void aThirdWhoResemblesOneOfThemMustBeAllowedToo() {
        enrol(THIRD, false);
        door.gallery.resemble(DALIA, EMEKA);
        door.gallery.resemble(EMEKA, THIRD);

        door.stand(LONG, visitor(0.71, 0.69));

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted");
    }

    @Test
    void thePinTellsWhoItIs() {
        door.gallery.resemble(DALIA, EMEKA);
        disable(DALIA);
        pins.put(DALIA, "4711");
        pins.put(EMEKA, "4812");
        Visitor twin = visitor(0.71, 0.69);

        typeWhenAsked(twin, "4812");

        assertThat(door.stand(LONG, twin))
                .first()
                .isInstanceOfSatisfying(
                        Decision.Granted.class,
                        granted -> assertThat(granted.all()).containsExactly(EMEKA));
    }

    @Test
    void thePinOfOneWhoMayNotEnterOpensNothing() {
        door.gallery.resemble(DALIA, EMEKA);
        disable(DALIA);
        pins.put(DALIA, "4711");
        pins.put(EMEKA, "4812");
        Visitor twin = visitor(0.71, 0.69);

        typeWhenAsked(twin, "4711");

        assertThat(door.stand(Duration.ofSeconds(2), twin))
                .first()
                .satisfies(decision -> assertThat(decision.code()).isEqualTo("disabled"))
                .satisfies(decision -> assertThat(decision.person()).isEqualTo(DALIA));
    }

    @Test
    void aPinThatBothHaveTellsNobody() {
        door.gallery.resemble(DALIA, EMEKA);
        pins.put(DALIA, "4711");
        pins.put(EMEKA, "4711");
        Visitor twin = visitor(0.71, 0.69);

        for (int tries = 0; tries < 3; tries++) {
            typeWhenAsked(twin, "4711");
        }

        assertThat(door.stand(Duration.ofSeconds(1), twin))
                .first()
                .satisfies(decision -> assertThat(decision.code()).isEqualTo("wrong-pin"));
    }

    /** Without its PIN nobody who has one is let in as somebody without. */
    @Test
    void whereOnlyOneHasAPinTheDoorStaysShut() {
        door.gallery.resemble(DALIA, EMEKA);
        pins.put(DALIA, "4711");

        List<Decision> decisions = door.stand(LONG, visitor(0.71, 0.69));

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted");
        assertThat(decisions.getFirst().detail()).contains("not all of them have a PIN");
    }

    @Test
    void inLockDownTheDoorSaysSo() {
        door.gallery.resemble(DALIA, EMEKA);
        door.door(io.lintel.door.DoorMode.LOCK_DOWN);

        assertThat(door.stand(LONG, visitor(0.71, 0.69))).first().satisfies(decision -> {
            assertThat(decision.code()).isEqualTo("lock-down");
            assertThat(decision.person()).isNull();
        });
    }

    @Property(tries = 300)
    void whoeverTheFaceMayBelongToMayEnter(Generator any) {
        Scenario three = new Scenario(MobileFaceNet.ACCESS, 15);
        Set<PersonId> allowed = new HashSet<>();
        for (PersonId person : List.of(DALIA, EMEKA, THIRD)) {
            boolean enabled = any.of(true, true, true, false);
            three.enrol(access(person, enabled));
            if (enabled) {
                allowed.add(person);
            }
        }
        for (List<PersonId> pair : List.of(List.of(DALIA, EMEKA), List.of(EMEKA, THIRD), List.of(DALIA, THIRD))) {
            if (any.bool()) {
                three.gallery.resemble(pair.getFirst(), pair.getLast());
            }
        }
        Visitor face = three.stranger();
        for (int run = 0; run < 4; run++) {
            double first = any.doubleBetween(0.3, 0.75);
            double second = Math.min(any.doubleBetween(0.3, 0.75), Math.sqrt(1 - first * first) - 0.001);
            double third = Math.min(
                    any.doubleBetween(0, 0.6), Math.sqrt(Math.max(0, 1 - first * first - second * second)) - 0.001);
            for (int frame = 0; frame < 30; frame++) {
                face.looking(look(first, second, Math.max(0, third)));
                three.frame(face);
            }
        }
        for (Scenario.Timed timed : three.decided()) {
            if (timed.decision() instanceof Decision.Granted granted) {
                assertThat(allowed).containsAll(granted.all());
                Set<PersonId> near = new HashSet<>(three.gallery.lookAlikes(granted.person()));
                near.add(granted.person());
                assertThat(granted.isCertain() || granted.all().containsAll(near))
                        .isTrue();
            }
        }
    }

    private void typeWhenAsked(Visitor visitor, String pin) {
        for (int frame = 0; frame < 90; frame++) {
            door.frame(visitor);
            if (door.views().getFirst().observation() instanceof DoorScreenMessage.EnterPin(var ticket, var left)) {
                padNow = door.clock.nanos();
                pad.enter(ticket, pin);
                return;
            }
        }
        throw new AssertionError("no PIN was asked for: " + door.codes());
    }

    private void enrol(PersonId person, boolean enabled) {
        door.enrol(access(person, enabled));
    }

    private void disable(PersonId person) {
        enrol(person, false);
    }

    private static PersonAccess access(PersonId person, boolean enabled) {
        return new PersonAccess(person, enabled, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS));
    }

    /** Somebody who scores so much against Dalia and Emeka. */
    private Visitor visitor(double dalia, double emeka) {
        return door.stranger().looking(look(dalia, emeka, 0));
    }

    private static Embedding look(double dalia, double emeka, double third) {
        float[] values = new float[Faces.DIMENSION];
        values[1] = (float) dalia;
        values[2] = (float) emeka;
        values[3] = (float) third;
        double rest = 1 - dalia * dalia - emeka * emeka - third * third;
        values[Scenario.STRANGER] = (float) Math.sqrt(Math.max(0, rest));
        return Embedding.of(values);
    }
}
