package io.lintel.access.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.access.AxisGallery;
import io.lintel.access.Faces;
import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.face.EmbeddingMean;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final PersonId DALIA = new PersonId(1);

    private final AxisGallery gallery = new AxisGallery();
    private final EvidenceSettings settings = MobileFaceNet.EVIDENCE;
    private final Evidence evidence = new Evidence(
            settings,
            new ThresholdRule(MobileFaceNet.TABLE, MobileFaceNet.THRESHOLD),
            gallery,
            new Proximity(settings, DistanceSettings.DEFAULT),
            new AttackMemory(LivenessTestSettings.DEFAULT));
    private long now = 1_000_000_000L;

    EvidenceTest() {
        gallery.enrol(DALIA, Faces.axis(1));
        gallery.enrol(new PersonId(2), Faces.axis(2));
    }

    @Test
    void theScoreIsTheMeanOfTheVotersScoresNotThatOfTheirFlatteringMean() {
        // The mean of two noises is shorter than each: its normalised direction alone would score 0.8.
        add(Faces.mix(1, 0.7, 30));
        add(Faces.mix(1, 0.7, 31));

        EmbeddingMean mean = evidence.mean();

        assertThat(mean.direction().cosine(Faces.axis(1))).isGreaterThan(0.8);
        assertThat(evidence.tally().best().score()).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void onlyTheLastFiveLooksCount() {
        for (int i = 0; i < 20; i++) {
            add(Faces.axis(40));
        }
        for (int i = 0; i < 5; i++) {
            add(Faces.mix(1, 0.8, 40));
        }

        EvidenceSummary tally = evidence.tally();

        assertThat(tally.looks()).isEqualTo(25);
        assertThat(tally.votes()).isEqualTo(5);
        assertThat(tally.best().score()).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aLongPauseBeginsNewEvidence() {
        add(Faces.axis(1));
        add(Faces.axis(1));
        now += Duration.ofMillis(2100).toNanos();
        add(Faces.axis(1));

        assertThat(evidence.tally().looks()).isEqualTo(1);
        assertThat(evidence.tally().votes()).isEqualTo(1);
    }

    @Test
    void aLookJustBelowTheThresholdVotesButTheMeanMustReachIt() {
        for (int i = 0; i < 5; i++) {
            add(Faces.mix(1, 0.63, 40));
        }
        assertThat(evidence.tally().votes()).isEqualTo(5);
        assertThat(evidence.tally().reachesThreshold(settings)).isFalse();

        for (int i = 0; i < 3; i++) {
            add(Faces.mix(1, 0.72, 40));
        }
        assertThat(evidence.tally().reachesThreshold(settings)).isTrue();
    }

    @Test
    void aClearScoreIsAMatchAtOnce() {
        for (int i = 0; i < 3; i++) {
            add(Faces.mix(1, 0.73, 40));
        }

        assertThat(evidence.tally().identifies(settings)).isTrue();
    }

    @Test
    void aScoreNearTheThresholdHasToHoldForASecond() {
        int looks = 0;
        do {
            add(Faces.mix(1, 0.69, 40));
            looks++;
        } while (!evidence.tally().identifies(settings) && looks < 100);

        assertThat(Duration.ofMillis(66L * (looks - 1))).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
    }

    @Test
    void aMomentNearTheThresholdIsNoMatchWhereTheSecondBeforeSpeaksAgainstIt() {
        for (int i = 0; i < 20; i++) {
            add(Faces.mix(1, 0.60, 40));
        }
        for (int i = 0; i < 5; i++) {
            add(Faces.mix(1, 0.71, 40));
        }

        assertThat(evidence.tally().reachesThreshold(settings)).isTrue();
        assertThat(evidence.tally().sustainedScore()).isBetween(0.60, 0.67);
        assertThat(evidence.tally().identifies(settings)).isFalse();
    }

    @Test
    void aPersonOccasionallyMatchedToAnotherDoesNotSustainAScore() {
        for (int i = 0; i < 30; i++) {
            add(i % 6 == 0 ? Faces.axis(2) : Faces.mix(1, 0.71, 40));
        }

        assertThat(evidence.tally().sustainedScore()).isLessThan(0.65);
        assertThat(evidence.tally().identifies(settings)).isFalse();
    }

    @Test
    void aFastCamerasLooksAreForgottenInTime() {
        for (int i = 0; i < 400; i++) {
            now += 5_000_000 - 66_000_000;
            add(Faces.mix(1, 0.69, 40));
        }

        assertThat(evidence.tally().sustainedScore()).isNaN();
        assertThat(evidence.tally().identifies(settings)).isFalse();
    }

    @Test
    void livenessCountsForThePersonItWasMeasuredOn() {
        add(Faces.axis(2), OptionalDouble.of(1));
        add(Faces.axis(1), OptionalDouble.of(0.4));
        add(Faces.axis(1), OptionalDouble.of(0.2));
        add(Faces.axis(1), OptionalDouble.empty());

        LivenessSummary liveness = evidence.tally().liveness();

        assertThat(liveness.asked()).isEqualTo(3);
        assertThat(liveness.answers()).isEqualTo(2);
        assertThat(liveness.mean()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void theMeanOfEmbeddingsHasTheMeanOfTheirCosines() {
        Embedding a = Faces.mix(1, 0.9, 30);
        Embedding b = Faces.mix(1, 0.5, 31);
        Embedding probe = Faces.mix(1, 0.6, 30);

        EmbeddingMean mean = EmbeddingMean.of(List.of(a, b));

        assertThat(mean.direction().cosine(probe) * mean.length())
                .isCloseTo((a.cosine(probe) + b.cosine(probe)) / 2, within(1e-6));
    }

    private void add(Embedding embedding) {
        add(embedding, OptionalDouble.empty());
    }

    private void add(Embedding embedding, OptionalDouble liveness) {
        now += 66_000_000;
        evidence.add(new Sample(1, now, embedding, gallery.identify(embedding), Faces.good(), liveness));
    }
}
