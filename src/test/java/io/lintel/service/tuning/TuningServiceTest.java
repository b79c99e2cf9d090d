package io.lintel.service.tuning;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.benchmark.Rate;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TestGallery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningServiceTest {

    private static final double CLEAR = 0.05;

    @TempDir
    Path folder;

    @AutoClose
    private TestGallery box;

    private AuditLog log;
    private Instant now = NOON;
    private TuningService tuning;

    @BeforeEach
    void aBox() {
        box = TestGallery.open(folder);
        log = new AuditLog(box.database().database(), () -> now);
        tuning = new TuningService(box.people, box.gallery, log, () -> now);
    }

    private void granted(PersonId who, double score) {
        log.append(decision(AuditKind.ACCESS_GRANTED, who, score).about(who.value()));
    }

    private void unknown(PersonId nearest, double score) {
        log.append(decision(AuditKind.ACCESS_DENIED, nearest, score).because("unknown"));
    }

    private static AuditEvent decision(AuditKind kind, PersonId best, double score) {
        return AuditEvent.of(kind, "door")
                .with(new AuditDetails()
                        .put("best", best.value())
                        .put("best_score", score)
                        .put("threshold", 0.65));
    }

    private List<Weakness> weaknessesOf(PersonId who) {
        return tuning.review(tuning.lastWeeks(), CLEAR).stream()
                .filter(review -> review.person().id().equals(who))
                .flatMap(review -> review.weaknesses().stream())
                .toList();
    }

    @Test
    void entriesBelowAThresholdAreCountedAmongTheEntriesOnly() {
        PersonId ada = box.add("Ada", towards(1));
        granted(ada, 0.66);
        granted(ada, 0.72);
        granted(ada, 0.80);
        unknown(ada, 0.60);
        log.append(decision(AuditKind.ACCESS_DENIED, ada, 0.67).because("spoof"));

        DoorVisits visits = tuning.lastWeeks();

        assertThat(visits.grantedBelow(0.70)).isEqualTo(new Rate(1, 3));
        assertThat(visits.grantedBelow(0.65)).isEqualTo(new Rate(0, 3));
        assertThat(visits.unknownFrom(0.55)).isEqualTo(1);
        assertThat(visits.of(DoorVisit.Outcome.REFUSED)).hasSize(1);
    }

    @Test
    void visitsBeforeTheLastFourWeeksAndRowsWithoutAComparisonAreLeftOut() {
        PersonId ada = box.add("Ada", towards(1));
        granted(ada, 0.9);
        now = NOON.plus(Duration.ofDays(29));
        log.append(AuditEvent.of(AuditKind.ACCESS_DENIED, "door").because("low-quality"));
        granted(ada, 0.8);

        assertThat(tuning.lastWeeks().visits()).extracting(DoorVisit::score).containsExactly(0.8);
    }

    @Test
    void moreVisitsThanOnePageOfTheLogAreAllCounted() {
        PersonId ada = box.add("Ada", towards(1));
        for (int i = 0; i < AuditLog.LARGEST_PAGE + 7; i++) {
            granted(ada, 0.7);
        }

        assertThat(tuning.lastWeeks().visits()).hasSize(AuditLog.LARGEST_PAGE + 7);
        assertThat(tuning.lastWeeks().complete()).isTrue();
    }

    @Test
    void somebodyWithThreeFreshPicturesAndClearScoresIsNotWorthALook() {
        PersonId ada = box.add("Ada", towards(1), towards(1, 0.1), towards(1, 0.2));
        for (int i = 0; i < 6; i++) {
            granted(ada, 0.75);
        }

        assertThat(tuning.review(tuning.lastWeeks(), CLEAR)).isEmpty();
    }

    @Test
    void onePictureAndAnOldOneAreSaid() {
        PersonId ada = box.add("Ada", towards(1));
        now = NOON.plus(Duration.ofDays(3 * 365 + 1));

        assertThat(weaknessesOf(ada)).containsExactly(new Weakness.SingleShot(), new Weakness.OldTemplates(NOON));
    }

    @Test
    void narrowEntriesAndFacesThatWereMissedAreSaid() {
        PersonId ada = box.add("Ada", towards(1), towards(1, 0.1));
        for (double score : new double[] {0.66, 0.67, 0.68, 0.69, 0.9}) {
            granted(ada, score);
        }
        for (double score : new double[] {0.50, 0.55, 0.60, 0.30}) {
            unknown(ada, score);
        }

        assertThat(weaknessesOf(ada))
                .containsExactly(new Weakness.NarrowScores(0.68, 0.65, 5), new Weakness.NearMisses(3));
    }

    @Test
    void whoHasNoTemplateOfTheEmbedderInUseMustEnrolAgain() {
        PersonId ada = box.add("Ada");

        assertThat(weaknessesOf(ada)).containsExactly(new Weakness.NoTemplate());
    }
}
