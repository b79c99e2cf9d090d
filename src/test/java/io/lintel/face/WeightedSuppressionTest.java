package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedSuppressionTest {

    private final WeightedSuppression suppression = new WeightedSuppression(0.3f);

    @Test
    void overlappingDetectionsBecomeOneWeightedByScore() {
        List<Detection> faces = suppression.suppress(List.of(at(100, 0.2f), at(110, 0.8f)));

        assertThat(faces).hasSize(1);
        assertThat(faces.getFirst().score()).isEqualTo(0.8f);
        assertThat(faces.getFirst().box().x()).isCloseTo(108, within(1e-3f));
        assertThat(faces.getFirst().rightEye().x()).isCloseTo(128, within(1e-3f));
    }

    @Test
    void facesSideBySideStayTwoBestFirst() {
        List<Detection> faces = suppression.suppress(List.of(at(0, 0.5f), at(90, 0.9f)));

        assertThat(faces).extracting(Detection::score).containsExactly(0.9f, 0.5f);
    }

    @Test
    void overlapIsMeasuredAgainstTheBestOnly() {
        // the first and the last do not overlap, though both overlap the middle one
        List<Detection> faces = suppression.suppress(List.of(at(0, 0.9f), at(50, 0.6f), at(100, 0.7f)));

        assertThat(faces).extracting(Detection::score).containsExactly(0.9f, 0.7f);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(suppression.suppress(List.of())).isEmpty();
    }

    private static Detection at(float x, float score) {
        return new Detection(new BoundingBox(x, 0, 100, 100), score, new Point(x + 20, 30), new Point(x + 80, 30));
    }
}
