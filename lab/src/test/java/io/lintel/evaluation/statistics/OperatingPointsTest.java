package io.lintel.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OperatingPointsTest {

    private static Comparisons.Row row(String person, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Comparisons.Row(
                person, Embedding.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}));
    }

    /**
     * On a circle, by hand. One person: a 0-20 (cos 20 = 0.9397), b 90-150 (cos 60 = 0.5). Two people: 0-90 (0), 0-150 (-0.866), 20-90
     * (cos 70 = 0.342), 20-150 (cos 130 = -0.643).
     */
    private static final List<Comparisons.Row> ROWS = List.of(row("a", 0), row("a", 20), row("b", 90), row("b", 150));

    @Test
    void ratesAreThoseCountedByHand() {
        OperatingPoints points =
                new OperatingPoints(Comparisons.of(ROWS), new double[] {0.25, 0.1}, new double[] {0.3, 0.6});

        assertThat(points.fmr(0).value()).isEqualTo(0.25);
        assertThat(points.fnmr(1).value()).isEqualTo(0.5);
        assertThat(points.threshold(0)).as("one of four may reach it").isCloseTo(0.0001, within(1e-4));
        assertThat(points.threshold(1)).as("none may").isCloseTo(0.3421, within(1e-4));
        assertThat(points.tar(1).value()).isEqualTo(1);
        assertThat(points.eer()).isCloseTo(0.125, within(1e-9)); // FMR 1/4 and FNMR 0 meet at 0.342
        assertThat(points.tarOfPeople(0)).isEqualTo(1);
    }

    @Test
    void withoutAFalseMatchTheUpperBoundIsTheRuleOfThreeOverPairsOfPeople() {
        List<Comparisons.Row> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(row("p" + i, 90 * i));
            people.add(row("p" + i, 90 * i + 1));
        }
        OperatingPoints points = new OperatingPoints(Comparisons.of(people), new double[] {0.1}, new double[] {0.9});

        // 4 people are 6 pairs of people
        assertThat(points.fmrInterval(0).high()).isEqualTo(0.5);
        assertThat(points.fnmrInterval(0).high()).isEqualTo(0.75);
    }

    /** Efron and Tibshirani (1993): of a mean the percentile interval is that of the normal distribution, mean +- 1.96 s / sqrt(n). */
    @Test
    void theBootstrapOfAMeanHasTheWidthOfItsStandardError() {
        double[] values = new SplittableRandom(9).doubles(400).toArray();
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double error = Math.sqrt(java.util.Arrays.stream(values)
                        .map(each -> (each - mean) * (each - mean))
                        .sum()
                / 400
                / 400);

        var interval = PersonBootstrap.intervals(400, 2000, times -> {
            double sum = 0;
            for (int i = 0; i < 400; i++) {
                sum += times[i] * values[i];
            }
            return new double[] {sum / 400};
        })[0];

        assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(0.1 * error + 0.002));
        assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(0.1 * error + 0.002));
    }

    @Test
    void tenFoldsDecideEachByTheOthersThreshold() {
        List<FoldAccuracy.Scored> pairs = new ArrayList<>();
        for (int fold = 0; fold < 10; fold++) {
            pairs.add(new FoldAccuracy.Scored(0.8, true, fold));
            pairs.add(new FoldAccuracy.Scored(0.2, false, fold));
        }
        pairs.add(new FoldAccuracy.Scored(0.1, true, 3));
        pairs.add(new FoldAccuracy.Scored(0.3, false, 3));

        FoldAccuracy accuracy = FoldAccuracy.of(pairs);

        // nine folds are right in all, the fourth in three of four
        assertThat(accuracy.accuracy()).isCloseTo((9 + 0.75) / 10, within(1e-12));
        // standard error 0.025, Student's t with 9 degrees of freedom 2.262
        assertThat(accuracy.interval().low()).isCloseTo(0.975 - 2.262157 * 0.025, within(1e-9));
    }
}
