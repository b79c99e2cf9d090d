package io.lintel.evaluation.statistics;

import io.lintel.benchmark.Interval;
import java.util.List;

/**
 * Accuracy by cross-validation as LFW's protocol has it (Huang et al. 2007): the threshold that is best on all other folds decides each fold.
 *
 * @param accuracy mean of the folds, 0 to 1
 * @param interval mean with Student's t over the folds, 95 %
 * @param pairs how many pairs all folds have
 */
public record FoldAccuracy(double accuracy, Interval interval, int pairs) {

    /** Quantile 0.975 of Student's t with 9 degrees of freedom; fewer folds have no interval. */
    private static final double T9 = 2.262157;

    private static final int FOLDS = 10;

    /** A scored comparison. */
    public record Scored(double score, boolean same, int fold) {}

    /** @param pairs at least one in each of two folds or more */
    public static FoldAccuracy of(List<Scored> pairs) {
        int folds = pairs.stream().mapToInt(Scored::fold).max().orElse(0) + 1;
        double[] accuracies = new double[folds];
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            List<Scored> own =
                    pairs.stream().filter(pair -> pair.fold() == left).toList();
            double threshold = bestThreshold(
                    pairs.stream().filter(pair -> pair.fold() != left).toList());
            accuracies[fold] = (double) own.stream()
                            .filter(pair -> pair.score() >= threshold == pair.same())
                            .count()
                    / own.size();
        }
        double mean = 0;
        for (double each : accuracies) {
            mean += each / folds;
        }
        double squares = 0;
        for (double each : accuracies) {
            squares += (each - mean) * (each - mean);
        }
        double half = T9 * Math.sqrt(squares / (folds - 1) / folds);
        return new FoldAccuracy(
                mean,
                folds == FOLDS
                        ? new Interval(mean - half, Math.min(1, mean + half))
                        : new Interval(Double.NaN, Double.NaN),
                pairs.size());
    }

    /** The score that decides most pairs rightly when it and everything above it is a match. */
    static double bestThreshold(List<Scored> pairs) {
        List<Scored> sorted = pairs.stream()
                .sorted(java.util.Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        long right = sorted.stream().filter(pair -> !pair.same()).count();
        long most = right;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).same() ? 1 : -1;
            boolean tied = i + 1 < sorted.size()
                    && sorted.get(i + 1).score() == sorted.get(i).score();
            if (right > most && !tied) {
                most = right;
                best = sorted.get(i).score();
            }
        }
        return best;
    }
}
