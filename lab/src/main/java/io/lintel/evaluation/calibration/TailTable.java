package io.lintel.evaluation.calibration;

import io.lintel.evaluation.statistics.Comparisons;
import io.lintel.evaluation.statistics.GeneralizedPareto;
import io.lintel.model.ScoreTable;
import io.lintel.system.LintelException;
import java.util.ArrayList;
import java.util.List;

/** The relation of score and false match rate (FMR) of an embedder, with a tail by extreme value theory. */
public final class TailTable {

    private static final double[] RATES = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

    /** So much of the scores belongs to the tail: on LFW its quantiles hold from here on (docs/ACCURACY.md). */
    private static final double TAIL = 2e-3;

    private static final int LEAST = 100;

    private TailTable() {}

    /** @throws LintelException if there are too few comparisons of different people */
    public static GeneralizedPareto fit(Comparisons comparisons) {
        long pairs = comparisons.impostorScores().count();
        int above = (int) (TAIL * pairs);
        if (above < LEAST || comparisons.impostorTail().size() <= above) {
            throw new LintelException(
                    "%d comparisons of different people are too few: the highest %d of them are needed"
                            .formatted(pairs, LEAST),
                    "calibrate on at least " + (long) (LEAST / TAIL)
                            + " comparisons: 320 people with a picture each have as many");
        }
        double threshold = comparisons.impostorTail().get(above).score();
        double[] excesses = new double[above];
        for (int i = 0; i < above; i++) {
            excesses[above - 1 - i] = comparisons.impostorTail().get(i).score() - threshold;
        }
        return GeneralizedPareto.fit(threshold, excesses, (double) above / pairs);
    }

    /**
     * The catalogue's table, down to the rate of one comparison among those that it was fitted to: nothing supports more.
     *
     * @param pairs how many comparisons that were
     */
    public static ScoreTable table(GeneralizedPareto tail, long pairs, String population) {
        List<ScoreTable.Point> points = new ArrayList<>();
        for (double rate : RATES) {
            if (rate * pairs >= 1) {
                points.add(new ScoreTable.Point(rate, Math.round(tail.quantile(rate) * 1e4) / 1e4));
            }
        }
        return new ScoreTable(population, points);
    }
}
