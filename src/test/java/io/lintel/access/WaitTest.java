package io.lintel.access;

import static io.lintel.access.Scenario.DALIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.WeeklySchedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated photo of somebody shut that person out, without a row and with a false reason (ui.md, B4). */
class WaitTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Scenario door = new Scenario();

    @Test
    void b4APhotoShownForMinutesDoesNotMakeThePersonWait() {
        for (int i = 0; i < 20; i++) {
            door.stand(Duration.ofSeconds(4), door.visitor(DALIA, 0.94).withLiveness(0.05));
            door.nobody(Duration.ofSeconds(27));
        }

        List<Decision> decisions = door.stand(Duration.ofMillis(2200), door.visitor(DALIA, 0.94));

        assertThat(decisions).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @Test
    void b4WhoTakesTheirOwnPhotoAwayIsLetInThoughTheyStandInItsPlace() {
        Visitor inFront = door.visitor(DALIA, 0.94).withLiveness(0.05);
        door.stand(Duration.ofMinutes(3), inFront);
        assertThat(lastWait().seconds()).isEqualTo(60);

        List<Decision> decisions = door.stand(Duration.ofSeconds(5), inFront.withLiveness(0.97));

        assertThat(decisions).singleElement().isInstanceOf(Decision.Granted.class);
    }

    /** It took a third of a second more: liveness was asked for during the wait, in vain, and the face then counted as one that was asked before. */
    @Test
    void afterAWaitForPoorPicturesThePersonIsLetInAsFastAsANewcomer() {
        Scenario other = new Scenario();
        other.stand(Duration.ofSeconds(2), other.visitor(DALIA, 0.85));
        Duration newcomer = other.decided().getFirst().at();
        Visitor dalia = door.visitor(DALIA, 0.55);
        door.stand(Duration.ofMillis(1700), dalia);

        dalia.looking(door.visitor(DALIA, 0.85).look());
        door.stand(Duration.ofSeconds(3), dalia);

        assertThat(door.codes()).containsExactly("unknown", "granted");
        Duration afterTheWait = door.decided()
                .getLast()
                .at()
                .minus(door.decided().getFirst().at())
                .minus(MobileFaceNet.VISIT.firstWait());
        assertThat(afterTheWait).isCloseTo(newcomer, Duration.ofMillis(70));
    }

    @Test
    void b4ABadPhotoTakenForAStrangerDoesNotMakeThePersonWait() {
        door.stand(Duration.ofMinutes(3), door.visitor(DALIA, 0.62).withLiveness(0.05));
        assertThat(door.codes()).contains("unknown");
        door.nobody(Duration.ofSeconds(3));

        List<Decision> decisions = door.stand(Duration.ofSeconds(2), door.visitor(DALIA, 0.94));

        assertThat(decisions).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3})
    void aPhotoThatIsStillThereGoesOnWaiting(double liveness) {
        door.stand(Duration.ofMinutes(3), door.visitor(DALIA, 0.94).withLiveness(liveness));

        assertThat(door.codes()).containsOnly("spoof");
        assertThat(door.decided()).hasSizeLessThan(12);
    }

    @Test
    void b4AWaitEndsWithTheScheduleThatItCameFrom() {
        door.enrol(new PersonAccess(DALIA, true, ValiditySpan.UNLIMITED, List.of()));
        Visitor dalia = door.visitor(DALIA, 0.94);
        door.stand(Duration.ofMinutes(3), dalia);
        assertThat(door.codes()).containsOnly("out-of-schedule");

        door.enrol(PersonAccess.always(DALIA));

        assertThat(door.stand(Duration.ofMillis(1600), dalia)).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @Test
    void b4AWaitEndsWhenSomebodyIsEnabledAgain() {
        door.enrol(new PersonAccess(DALIA, false, ValiditySpan.UNLIMITED, List.of(WeeklySchedule.ALWAYS)));
        Visitor dalia = door.visitor(DALIA, 0.94);
        door.stand(Duration.ofMinutes(3), dalia);

        door.enrol(PersonAccess.always(DALIA));

        assertThat(door.stand(Duration.ofMillis(1600), dalia)).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @Test
    void b4AStrangerWhoIsEnrolledMeanwhileIsLetInAtOnce() {
        Visitor stranger = new Visitor(100, Faces.axis(3));
        door.stand(Duration.ofMinutes(3), stranger);
        assertThat(door.codes()).containsOnly("unknown");

        door.enrol(PersonAccess.always(new io.lintel.gallery.PersonId(3)));

        assertThat(door.stand(Duration.ofSeconds(3), stranger)).singleElement().isInstanceOf(Decision.Granted.class);
    }

    @Test
    void b4WhoeverComesBackDuringAWaitHasARowWithItsReasonAndItsEnd() {
        door.stand(Duration.ofSeconds(40), door.stranger());
        Wait wait = lastWait();
        door.nobody(Duration.ofSeconds(3));

        List<Decision> decisions = door.stand(Duration.ofSeconds(5), door.stranger());

        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Denied.class, denied -> {
            assertThat(denied.reason()).isEqualTo(DenialReason.LOCKED_OUT);
            assertThat(denied.detail()).isEqualTo(wait.sentence(UTC)).endsWith("after 5 failed tries");
            assertThat(denied.explanation().fields().values())
                    .containsEntry("wait_for", "unknown")
                    .containsEntry("wait_tries", 5L);
        });
        assertThat(door.views().getFirst().observation()).isEqualTo(new DoorScreenMessage.Waiting(wait, true));
    }

    @Test
    void b4EveryDenialThatMakesAFaceWaitSaysUntilWhen() {
        door.stand(Duration.ofSeconds(2), door.stranger());

        Explanation explanation = door.decided().getLast().decision().explanation();
        assertThat(explanation.fields().values()).containsEntry("wait_s", 2L).containsKey("wait_until");
        assertThat(explanation.imposedWait().sentence(UTC))
                .matches("has to wait until 09:00:0[0-9] after 1 failed try");
    }

    private Wait lastWait() {
        return door.decided().getLast().decision().explanation().imposedWait();
    }
}
