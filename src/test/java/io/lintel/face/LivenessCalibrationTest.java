package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.LivenessCalibration.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessCalibrationTest {

    private final LivenessCalibration calibration =
            new LivenessCalibration(List.of(new Point(0.9, 2), new Point(0.2, -1), new Point(0.4, 0)));

    @Test
    void itIsLinearBetweenThePointsAndConstantBeyondThem() {
        assertThat(calibration.evidence(0)).isEqualTo(-1);
        assertThat(calibration.evidence(0.3)).isCloseTo(-0.5, within(1e-9));
        assertThat(calibration.evidence(0.4)).isEqualTo(0);
        assertThat(calibration.evidence(0.65)).isCloseTo(1, within(1e-9));
        assertThat(calibration.evidence(1)).isEqualTo(2);
    }

    @Test
    void aHigherScoreNeverMeansLess() {
        for (LivenessCalibration each : List.of(calibration, LivenessCalibration.DEFAULT)) {
            double before = -LivenessCalibration.LIMIT;
            for (double score = 0; score <= 1; score += 0.001) {
                assertThat(each.evidence(score)).isGreaterThanOrEqualTo(before);
                before = each.evidence(score);
            }
        }
    }

    @Test
    void whatIsNoCalibrationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LivenessCalibration(List.of(new Point(0.5, 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LivenessCalibration(List.of(new Point(0.1, 1), new Point(0.9, 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LivenessCalibration(List.of(new Point(0.1, 0), new Point(0.1, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0.5, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0.5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> calibration.evidence(Double.NaN));
    }

    @Test
    void severalNetworksAnswersToOneFrameAreCombinedByTheirMeanEvidence() {
        LivenessScore live = new LivenessScore(0, 0.99, 2);
        LivenessScore attack = new LivenessScore(1, 0.01, -2);

        assertThat(LivenessScore.combined(List.of())).isEmpty();
        assertThat(LivenessScore.combined(List.of(live, attack))).hasValue(0.5);
        assertThat(LivenessScore.combined(List.of(live)).orElseThrow()).isCloseTo(0.88, within(0.01));
    }
}
