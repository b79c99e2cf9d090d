package io.lintel.evaluation.statistics;

import io.lintel.benchmark.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * 95 % intervals by drawing people with replacement (percentile bootstrap, Efron 1979; people and not pairs, because the pairs of one person are not
 * independent: ISO/IEC 19795-1, annex B). Draws are the same in every run.
 */
public final class PersonBootstrap {

    private static final long SEED = 1;

    /** Fewer draws with a finite value than this give no interval. */
    private static final double LEAST_KNOWN = 0.9;

    private PersonBootstrap() {}

    /**
     * Intervals of several statistics at once.
     *
     * @param people how many there are
     * @param draws how many samples
     * @param statistics of a sample, which is given as how often each person was drawn; not a number where the sample says nothing. Called from
     *     several threads
     * @return one for each statistic; [NaN, NaN] where too few samples say something
     */
    public static Interval[] intervals(int people, int draws, Function<int[], double[]> statistics) {
        double[][] drawn = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> statistics.apply(sample(people, new SplittableRandom(SEED + 7919L * draw))))
                .toArray(double[][]::new);
        return IntStream.range(0, drawn[0].length)
                .mapToObj(which -> interval(
                        Arrays.stream(drawn).mapToDouble(each -> each[which]).toArray()))
                .toArray(Interval[]::new);
    }

    private static int[] sample(int people, SplittableRandom random) {
        int[] times = new int[people];
        for (int i = 0; i < people; i++) {
            times[random.nextInt(people)]++;
        }
        return times;
    }

    static Interval interval(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (known.length < LEAST_KNOWN * values.length || known.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        return new Interval(quantile(known, 0.025), quantile(known, 0.975));
    }

    /** The smallest value that this share of the values does not exceed. @param sorted ascending, not empty */
    public static double quantile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
