package io.lintel.evaluation;

import io.lintel.benchmark.Rate;
import java.util.List;

/** What 1:1 comparisons are worth: the scores of same and of different people (ISO/IEC 19795-1). */
public final class FaceVerification {

    /** The false match rates at which results are told. */
    public static final List<Double> OPERATING_POINTS = List.of(1e-3, 1e-4, 1e-5, 1e-6);

    private final ScoreHistogram genuine = new ScoreHistogram();
    private final ScoreHistogram impostor = new ScoreHistogram();

    public void add(boolean samePerson, double score) {
        (samePerson ? genuine : impostor).add(score);
    }

    public ScoreHistogram genuine() {
        return genuine;
    }

    public ScoreHistogram impostor() {
        return impostor;
    }

    /** The lowest threshold whose false match rate is at most this. */
    public double threshold(double fmr) {
        return impostor.thresholdFor(fmr);
    }

    /** True accept rate where the false match rate is at most this. */
    public Rate tarAtFmr(double fmr) {
        return genuine.atOrAbove(threshold(fmr));
    }

    /** Equal error rate: where false matches and false non-matches are as frequent, 0 to 1. */
    public double equalErrorRate() {
        double low = -1;
        double high = 1;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (impostor.atOrAbove(middle).value() > genuine.below(middle).value()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (impostor.atOrAbove(high).value() + genuine.below(high).value()) / 2;
    }
}
