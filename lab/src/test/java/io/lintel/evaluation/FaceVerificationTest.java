package io.lintel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.benchmark.Rate;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceVerificationTest {

    @Test
    void aScoreOnTheThresholdIsAMatch() {
        ScoreHistogram scores = new ScoreHistogram();
        scores.add(0.65);
        scores.add(0.6499);

        assertThat(scores.atOrAbove(0.65)).isEqualTo(new Rate(1, 2));
        assertThat(scores.below(0.65)).isEqualTo(new Rate(1, 2));
    }

    @Test
    void theThresholdLetsThroughNoMoreThanAskedFor() {
        FaceVerification verification = new FaceVerification();
        for (int i = 0; i < 1000; i++) {
            verification.add(false, i / 1000.0);
            verification.add(true, 0.5 + i / 2000.0);
        }

        double threshold = verification.threshold(0.01);

        assertThat(verification.impostor().atOrAbove(threshold)).isEqualTo(new Rate(10, 1000));
        assertThat(threshold).isCloseTo(0.9891, within(1e-9));
        assertThat(verification.tarAtFmr(0.01).value()).isCloseTo(0.021, within(0.0011));
    }

    @Test
    void theEqualErrorRateLiesWhereBothErrorsMeet() {
        FaceVerification verification = new FaceVerification();
        for (int i = 0; i < 1000; i++) {
            verification.add(false, i / 1000.0);
            verification.add(true, 0.8 + i / 1000.0 * 0.2);
        }

        // at 0.8333 a sixth of both kinds is wrong
        assertThat(verification.equalErrorRate()).isCloseTo(1.0 / 6, within(2e-3));
    }

    @Property
    void fewerFalseMatchesNeverMeanALowerThreshold(Generator any) {
        List<Double> scores = any.listOf(1, 50, () -> any.doubleBetween(-1, 1));
        FaceVerification verification = new FaceVerification();
        for (double score : scores) {
            verification.add(false, score);
        }

        assertThat(verification.threshold(1e-3)).isGreaterThanOrEqualTo(verification.threshold(0.5));
        assertThat(verification
                        .impostor()
                        .atOrAbove(verification.threshold(0.5))
                        .value())
                .isLessThanOrEqualTo(0.5);
    }
}
