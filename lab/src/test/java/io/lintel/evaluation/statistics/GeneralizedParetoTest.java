package io.lintel.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeneralizedParetoTest {

    /** Values of a known distribution, by inversion. */
    private static double[] drawn(double scale, double shape, int count) {
        SplittableRandom random = new SplittableRandom(5);
        return random.doubles(count)
                .map(u -> shape == 0 ? -scale * Math.log1p(-u) : scale / shape * (Math.pow(1 - u, -shape) - 1))
                .sorted()
                .toArray();
    }

    @Test
    void aKnownDistributionIsFoundAgain() {
        for (double shape : new double[] {-0.3, -0.1, 0, 0.2}) {
            GeneralizedPareto fitted = GeneralizedPareto.fit(0.4, drawn(0.05, shape, 20_000), 0.001);

            assertThat(fitted.shape()).isCloseTo(shape, within(0.03));
            assertThat(fitted.scale()).isCloseTo(0.05, within(0.002));
        }
    }

    @Test
    void theExponentialTailOfHandIsMet() {
        GeneralizedPareto exponential = new GeneralizedPareto(0.4, 0.05, 0, 1e-3);

        // 1e-3 * exp(-0.115129 / 0.05) = 1e-4
        assertThat(exponential.exceedance(0.515129)).isCloseTo(1e-4, within(1e-9));
        assertThat(exponential.quantile(1e-4)).isCloseTo(0.515129, within(1e-6));
    }

    @Test
    void quantileAndExceedanceAreInverses() {
        GeneralizedPareto tail = new GeneralizedPareto(0.4, 0.05, -0.15, 1e-3);

        assertThat(tail.exceedance(tail.quantile(1e-6))).isCloseTo(1e-6, within(1e-12));
        assertThat(tail.exceedance(0.4 + 0.05 / 0.15 + 0.001))
                .as("beyond the upper end")
                .isZero();
    }

    @Test
    void tooFewOrEqualValuesAreRefused() {
        assertThatThrownBy(() -> GeneralizedPareto.fit(0, new double[29], 0.1)).hasMessageContaining("at least 30");
        assertThatThrownBy(() -> GeneralizedPareto.fit(0, new double[40], 0.1)).hasMessageContaining("all the same");
    }
}
