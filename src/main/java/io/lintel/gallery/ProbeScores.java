package io.lintel.gallery;

import java.util.Arrays;

/** The scores of one probe: estimated for all persons at once, exact for each who is asked for. Used by one thread. */
final class ProbeScores {

    /** More than what rounding to float32 does to scores, and to the bounds of them. */
    private static final double ROUNDING = 1e-6;

    private static final float[] NONE = {};

    private final SimilaritySearch search;
    private final int[] firstRows;
    private final int nearest;
    private final SiteCentring centring;
    private final float[] probe;
    private final double length;
    private final double probeToAll;
    private float[] estimates = NONE;
    private double error;
    private float[] scratch = NONE;

    /** @param length of the probe where it is a mean, else 1 */
    ProbeScores(
            SimilaritySearch search,
            int[] firstRows,
            int nearest,
            SiteCentring centring,
            float[] probe,
            double length) {
        this.search = search;
        this.firstRows = firstRows;
        this.nearest = nearest;
        this.centring = centring;
        this.probe = probe;
        this.length = length;
        this.probeToAll = centring.probeToAll(probe) * length;
    }

    /** To be called before {@link #estimated} and {@link #mayReach}. */
    void estimate() {
        estimates = new float[firstRows[firstRows.length - 1]];
        error = search.estimate(probe, estimates);
    }

    boolean estimatesAreExact() {
        return error == 0;
    }

    /** About the plain cosine of a person. */
    double estimated(int person) {
        int from = firstRows[person];
        int to = firstRows[person + 1];
        if (to - from == 1) {
            return estimates[from] * length;
        }
        return of(copy(from, to), to - from) * length;
    }

    /** Whether a person's score could be as high as that; true in case of doubt. */
    boolean mayReach(int person, double least) {
        double margin = error * length + ROUNDING;
        if (estimated(person) + margin < least) {
            return false; // a score is at most the cosine
        }
        int from = firstRows[person];
        int to = firstRows[person + 1];
        float[] highest = copy(from, to);
        double mean = 0;
        for (int i = 0; i < to - from; i++) {
            highest[i] *= (float) length;
            mean += highest[i];
        }
        centring.bound(highest, from, to, person, probeToAll, mean / (to - from), margin);
        return of(highest, to - from) + ROUNDING >= least;
    }

    /** The score of a person, as if all had been scored. */
    double exact(int person) {
        int from = firstRows[person];
        int to = firstRows[person + 1];
        float[] cosines = cosines(from, to);
        centring.apply(cosines, from, to, person, probeToAll);
        return of(cosines, to - from);
    }

    /** The plain cosine of a person. */
    double cosine(int person) {
        int from = firstRows[person];
        int to = firstRows[person + 1];
        return of(cosines(from, to), to - from);
    }

    private float[] cosines(int from, int to) {
        float[] cosines = room(to - from);
        for (int row = from; row < to; row++) {
            float cosine = estimates.length > 0 && error == 0 ? estimates[row] : search.score(probe, row);
            cosines[row - from] = length == 1 ? cosine : cosine * (float) length;
        }
        return cosines;
    }

    private float[] copy(int from, int to) {
        float[] copy = room(to - from);
        System.arraycopy(estimates, from, copy, 0, to - from);
        return copy;
    }

    private float[] room(int rows) {
        if (scratch.length < rows) {
            scratch = new float[Math.max(rows, 8)];
        }
        return scratch;
    }

    /** Of a person's rows their score; reorders them. */
    private double of(float[] scores, int count) {
        if (count == 1) {
            return scores[0];
        }
        if (nearest == 1) {
            float best = scores[0];
            for (int i = 1; i < count; i++) {
                best = Math.max(best, scores[i]);
            }
            return best;
        }
        Arrays.sort(scores, 0, count);
        int best = Math.min(nearest, count);
        double sum = 0;
        for (int i = count - best; i < count; i++) {
            sum += scores[i];
        }
        return sum / best;
    }
}
