package io.lintel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.benchmark.Figure;
import io.lintel.benchmark.Rate;
import org.junit.jupiter.api.Test;

class AttackDetectionTest {

    @Test
    void attacksAboveTheLevelAndLiveFacesBelowItAreErrors() {
        AttackDetection detection = new AttackDetection();
        detection.add("1", true, 0.9);
        detection.add("1", true, 0.4);
        detection.add("1", false, 0.1);
        detection.add("2", false, 0.5);
        detection.add("2", false, 0.3);

        assertThat(detection.apcer(0.5)).isEqualTo(new Rate(1, 3));
        assertThat(detection.bpcer(0.5)).isEqualTo(new Rate(1, 2));
        assertThat(detection.figures()).extracting(Figure::key).contains("apcer-at-0.5", "bpcer-1", "apcer-2");
    }
}
