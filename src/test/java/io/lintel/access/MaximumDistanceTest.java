package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.evidence.EvidenceSettings;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An enrolled person who merely walked past in the background was let in. */
class MaximumDistanceTest {

    /** Just too far and just near enough at 1 m in pictures of 1280 pixels, which have 69.8 there. */
    private static final float TOO_FAR = 69;

    private static final float NEAR_ENOUGH = 71;

    /** What one frame shows. */
    record Shown(int who, double score, float eyes) {}

    private final Scenario door = new Scenario();

    MaximumDistanceTest() {
        door.camera(1280);
    }

    @Test
    void somebodyEnrolledInTheBackgroundIsNeitherLetInNorDenied() {
        Visitor dalia = door.visitor(DALIA, 0.9).withQuality(Faces.quality(TOO_FAR));

        door.stand(Duration.ofSeconds(30), dalia);

        assertThat(door.codes()).isEmpty();
        assertThat(door.views())
                .singleElement()
                .satisfies(view -> assertThat(view.observation()).isInstanceOf(DoorScreenMessage.Approaching.class));
    }

    @Test
    void aPhotoOrAStrangerInTheBackgroundRaisesNothing() {
        door.stand(
                Duration.ofSeconds(30),
                door.visitor(DALIA, 0.9).withQuality(Faces.quality(TOO_FAR)).withLiveness(0.02),
                door.stranger().at(900).withQuality(Faces.quality(TOO_FAR)));

        assertThat(door.codes()).isEmpty();
    }

    @Test
    void whoeverComesNearEnoughIsLetInAsFastAsEver() {
        Scenario other = new Scenario();
        other.camera(1280);
        other.stand(Duration.ofSeconds(2), other.visitor(DALIA, 0.9).withQuality(Faces.quality(NEAR_ENOUGH)));
        Duration atOnce = other.decided().getFirst().at();
        Visitor dalia = door.visitor(DALIA, 0.9).withQuality(Faces.quality(TOO_FAR));
        door.stand(Duration.ofSeconds(10), dalia);

        dalia.withQuality(Faces.quality(NEAR_ENOUGH));
        door.stand(Duration.ofSeconds(2), dalia);

        assertThat(door.codes()).containsExactly("granted");
        assertThat(door.decided().getFirst().at().minusSeconds(10)).isCloseTo(atOnce, Duration.ofMillis(70));
    }

    @Test
    void whatIsSeenFarAwayIsNoEvidenceLater() {
        Visitor face = door.visitor(DALIA, 0.9).withQuality(Faces.quality(TOO_FAR));
        door.stand(Duration.ofSeconds(2), face);

        face.withQuality(Faces.quality(NEAR_ENOUGH));
        door.frame(face);
        door.frame(face);

        assertThat(door.codes()).isEmpty();
    }

    @Test
    void theLogSaysHowFarAwayAVisitorWas() {
        door.stand(Duration.ofSeconds(1), door.visitor(DALIA, 0.9).withQuality(Faces.quality(70)));

        assertThat(door.decided())
                .singleElement()
                .satisfies(granted -> assertThat(
                                granted.decision().explanation().fields().values())
                        .containsEntry("distance_m", 0.9977));
    }

    @Test
    void aSettingMovesTheLine() {
        Scenario hall = new Scenario(within(3), 15);
        hall.camera(1280);

        hall.stand(Duration.ofSeconds(1), hall.visitor(DALIA, 0.9).withQuality(Faces.quality(24)));

        assertThat(hall.codes()).containsExactly("granted");
    }

    /** Counted by the test itself, from what it showed. */
    @Property(tries = 300)
    void aGrantHasThreeFramesOfItsPersonThatAreNearEnough(Generator any) {
        DistanceSettings distance = new DistanceSettings(any.doubleBetween(0.3, 3), any.doubleBetween(30, 100));
        Scenario anyDoor = new Scenario(with(distance), 15);
        EvidenceSettings rules = MobileFaceNet.EVIDENCE;
        Visitor face = anyDoor.stranger();
        Deque<Shown> near = new ArrayDeque<>();
        List<Shown> frames =
                any.listOf(1, 10, () -> run(any)).stream().flatMap(List::stream).toList();
        for (Shown shown : frames) {
            boolean isNear = distance.metres(shown.eyes, 640) <= distance.farthestMetres();
            if (isNear && shown.who == 1) { // a frame without anybody is no voter
                near.addLast(shown);
            }
            if (near.size() > rules.voters()) {
                near.removeFirst();
            }
            face.looking(anyDoor.visitor(DALIA, shown.score).look()).withQuality(Faces.quality(shown.eyes));
            List<Decision> decisions = shown.who == 0 ? anyDoor.frame() : anyDoor.frame(face);
            for (Decision decision : decisions) {
                assertThat(isNear).as("%s at %s", decision.code(), shown).isTrue();
                if (decision instanceof Decision.Granted) {
                    assertThat(near.stream().filter(each -> each.score >= 0.65 - rules.voteSlack()))
                            .hasSizeGreaterThanOrEqualTo(rules.votesNeeded());
                }
            }
        }
    }

    private static List<Shown> run(Generator any) {
        int who = any.of(0, 1, 1, 1);
        double score = any.doubleBetween(0.4, 0.95);
        float eyes = (float) any.doubleBetween(5, 120);
        return any.listOf(1, 40, () -> new Shown(who, score, Math.max(1, eyes + (float) any.doubleBetween(-4, 4))));
    }

    private static AccessSettings within(double metres) {
        return with(new DistanceSettings(metres, 60));
    }

    private static AccessSettings with(DistanceSettings distance) {
        return MobileFaceNet.ACCESS.withDistance(distance);
    }
}
