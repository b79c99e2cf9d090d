package io.lintel.evaluation.pad;

import io.lintel.benchmark.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * 95 % intervals of quantiles of values that come in clips (percentile bootstrap, Efron 1979): whole clips are drawn, because what one clip says
 * from neighbouring starting points is almost the same.
 */
final class Bootstrap {

    private static final int DRAWS = 1000;
    private static final long SEED = 1;

    private Bootstrap() {}

    /** The smallest value that this share of the values does not exceed. @return not a number where there are none */
    static double quantile(double share, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** @param clips values of each; at least one is not empty */
    static Interval ofQuantile(double share, List<double[]> clips) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double[] values = random.ints(clips.size(), 0, clips.size())
                    .mapToObj(clips::get)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            drawn[i] = quantile(share, values);
        }
        double[] known = Arrays.stream(drawn).filter(Double::isFinite).toArray();
        return new Interval(quantile(0.025, known), quantile(0.975, known));
    }
}
