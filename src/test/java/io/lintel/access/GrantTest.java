package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static io.lintel.access.Scenario.EMEKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.evidence.LivenessPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final AccessSettings NO_LIVENESS = MobileFaceNet.ACCESS.withLiveness(new LivenessPolicy.Off());

    @Test
    void somebodyEnrolledIsLetInOnceWithinHalfASecondAtFifteenFrames() {
        Scenario door = new Scenario();

        List<Decision> decisions = door.stand(Duration.ofSeconds(5), door.visitor(DALIA, 0.85));

        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Granted.class, granted -> {
            assertThat(granted.person()).isEqualTo(DALIA);
            assertThat(granted.explanation().timing().sinceFirstFaceMillis()).isLessThanOrEqualTo(500);
        });
    }

    @Test
    void withoutLivenessThreeFramesAreEnough() {
        Scenario door = new Scenario(NO_LIVENESS, 30);
        Visitor dalia = door.visitor(DALIA, 0.85);

        assertThat(door.frame(dalia)).isEmpty();
        assertThat(door.frame(dalia)).isEmpty();
        assertThat(door.frame(dalia)).hasSize(1);
    }

    @Test
    void aSingleHighFrameNeverOpens() {
        Scenario door = new Scenario(NO_LIVENESS, 15);
        Visitor visitor = door.visitor(DALIA, 0.50);

        for (int i = 0; i < 40; i++) {
            visitor.looking(door.visitor(DALIA, i % 5 == 2 ? 0.99 : 0.50).look());
            door.frame(visitor);
        }

        assertThat(door.codes()).isNotEmpty().doesNotContain("granted");
    }

    @Test
    void twoSpoiltFramesInFiveDoNotKeepTheDoorShut() {
        Scenario door = new Scenario(NO_LIVENESS, 15);
        Visitor visitor = door.visitor(DALIA, 0.88);

        for (int i = 0; i < 10; i++) {
            visitor.looking(door.visitor(DALIA, i % 5 < 2 ? 0.52 : 0.88).look());
            door.frame(visitor);
        }

        assertThat(door.codes()).containsExactly("granted");
    }

    @Test
    void theExplanationHoldsEveryIntermediateProduct() {
        Scenario door = new Scenario();

        Decision decision =
                door.stand(Duration.ofSeconds(1), door.visitor(DALIA, 0.85)).getFirst();

        assertThat(decision.explanation().fields().values())
                .containsEntry("best", 1L)
                .containsEntry("best_score", 0.85)
                .containsEntry("runner_up", 2L)
                .containsEntry("margin", 0.85)
                .containsEntry("threshold", 0.67)
                .containsEntry("threshold_measured", "false")
                .containsEntry("votes", 5L)
                .containsEntry("liveness_frames", 7L)
                .containsEntry("liveness", 0.95)
                .containsEntry("liveness_evidence", 5.229)
                .containsEntry("liveness_bound", 5.2)
                .containsEntry("attack_bound", -6.2)
                .containsEntry("gallery_persons", 2L)
                .containsEntry("models", "test models")
                .containsEntry("attempt", 1L)
                .containsEntry("track", 1L);
    }

    @Test
    void whoStaysIsNotLetInAgainForHalfAMinute() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85);

        door.stand(Duration.ofSeconds(29), dalia);
        assertThat(door.codes()).containsExactly("granted");

        door.stand(Duration.ofSeconds(3), dalia);
        assertThat(door.codes()).containsExactly("granted", "granted");
    }

    @Test
    void whoLeavesAndComesBackIsLetInAtOnce() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85);

        door.stand(Duration.ofSeconds(2), dalia);
        door.nobody(Duration.ofSeconds(3));
        door.stand(Duration.ofSeconds(1), dalia);

        assertThat(door.codes()).containsExactly("granted", "granted");
    }

    @Test
    void losingTheFaceForAMomentDoesNotBeginANewVisit() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85);

        door.stand(Duration.ofSeconds(1), dalia);
        door.nobody(Duration.ofMillis(1500));
        door.stand(Duration.ofSeconds(2), dalia.at(400));

        assertThat(door.codes()).containsExactly("granted");
    }

    @Test
    void twoPeopleAreEachDecidedForThemselves() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85).at(50);
        Visitor stranger = door.stranger().at(300);

        door.stand(Duration.ofSeconds(3), dalia, stranger);

        assertThat(door.codes()).containsExactly("granted", "unknown");
        assertThat(door.decided().getFirst().decision().person()).isEqualTo(DALIA);
    }

    @Test
    void twoPeopleEnrolledAreBothLetIn() {
        Scenario door = new Scenario();

        door.stand(
                Duration.ofSeconds(2),
                door.visitor(DALIA, 0.85).at(50),
                door.visitor(EMEKA, 0.8).at(300));

        assertThat(door.decided().stream().map(timed -> timed.decision().person()))
                .containsExactlyInAnyOrder(DALIA, EMEKA);
        assertThat(door.codes()).containsOnly("granted");
    }

    @Test
    void aDecidedFaceCostsLittle() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85);
        door.stand(Duration.ofSeconds(1), dalia);
        int before = door.closeLooks();

        door.stand(Duration.ofSeconds(10), dalia);

        assertThat(door.closeLooks() - before).isBetween(15, 21);
    }

    @Test
    void aGrantThatCouldNotBeCarriedOutIsTriedAgainSoon() {
        Scenario door = new Scenario();
        Visitor dalia = door.visitor(DALIA, 0.85);

        Decision.Granted granted =
                (Decision.Granted) door.stand(Duration.ofSeconds(1), dalia).getFirst();
        door.doorStayedShut(granted, "the audit log cannot be written");
        door.frame(dalia);
        assertThat(door.views().getFirst().observation()).isInstanceOf(DoorScreenMessage.Trouble.class);
        door.stand(Duration.ofSeconds(4), dalia);

        assertThat(door.codes()).containsExactly("granted", "granted");
    }
}
