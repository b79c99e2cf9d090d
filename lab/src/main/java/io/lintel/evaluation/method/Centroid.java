package io.lintel.evaluation.method;

import io.lintel.evaluation.statistics.Comparisons;
import java.util.List;

/** The person whose normalised mean has the highest cosine with the probe: Lintel's default; with adaptive symmetric score normalisation where a cohort is used. */
final class Centroid implements DecisionMethod {

    private static final int NEAREST_OF_COHORT = 100;

    private final boolean normalised;
    private final double margin;
    private float[][] means = new float[0][];
    private double[][] statistics = new double[0][];
    private List<float[]> cohort = List.of();

    /** @param normalised by the scores with those of the cohort that are nearest (adaptive s-norm, Cumani et al. 2011) */
    Centroid(boolean normalised) {
        this.normalised = normalised;
        this.margin = 0;
    }

    /** @param margin by which the best person must lead the next one; the score of who does not is that of nobody */
    Centroid(double margin) {
        this.normalised = false;
        this.margin = margin;
    }

    @Override
    public String name() {
        return normalised ? "centroid, adaptive s-norm" : "centroid";
    }

    @Override
    public void learn(List<Labelled> gallery, List<Labelled> others) {
        int people = gallery.stream().mapToInt(Labelled::person).max().orElse(-1) + 1;
        int dimension = gallery.getFirst().embedding().length;
        means = new float[people][dimension];
        for (Labelled each : gallery) {
            for (int i = 0; i < dimension; i++) {
                means[each.person()][i] += each.embedding()[i];
            }
        }
        for (float[] mean : means) {
            float length = (float) Math.sqrt(Comparisons.dot(mean, mean));
            for (int i = 0; i < dimension; i++) {
                mean[i] /= length;
            }
        }
        cohort = others.stream().map(Labelled::embedding).toList();
        if (normalised) {
            statistics = new double[people][];
            for (int person = 0; person < people; person++) {
                statistics[person] = ofNearest(means[person]);
            }
        }
    }

    /** Mean and deviation of the scores with the nearest of the cohort. */
    private double[] ofNearest(float[] face) {
        double[] scores = cohort.stream()
                .mapToDouble(other -> -Comparisons.dot(face, other))
                .sorted()
                .limit(NEAREST_OF_COHORT)
                .map(each -> -each)
                .toArray();
        double mean = 0;
        double squares = 0;
        for (double score : scores) {
            mean += score / scores.length;
            squares += score * score / scores.length;
        }
        return new double[] {mean, Math.sqrt(Math.max(1e-9, squares - mean * mean))};
    }

    @Override
    public Decision decide(float[] probe) {
        double[] own = normalised ? ofNearest(probe) : new double[0];
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (int person = 0; person < means.length; person++) {
            double score = Comparisons.dot(probe, means[person]);
            if (normalised) {
                score = ((score - own[0]) / own[1] + (score - statistics[person][0]) / statistics[person][1]) / 2;
            }
            if (score > highest) {
                next = highest;
                highest = score;
                best = person;
            } else {
                next = Math.max(next, score);
            }
        }
        return new Decision(best, highest - next < margin ? Double.NEGATIVE_INFINITY : highest);
    }
}
