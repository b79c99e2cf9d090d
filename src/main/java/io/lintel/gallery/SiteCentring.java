package io.lintel.gallery;

/**
 * Takes out of each score what a face has in common with everybody at this site. With {@code m} the mean of the other people's templates and
 * {@code a} the share of {@link SiteResemblance#share}, a probe p and a template t compare by {@code c = cos(p - a*m, t - a*m)}. Two strangers of
 * average resemblance {@code rho} have {@code cos(p, t) = rho} and {@code c = (rho - a*rho) / (1 - a*rho)}, so {@code a*rho + (1 - a*rho) * c} brings c back to the scale
 * of the cosine, on which thresholds are; the score is the smaller of that and the cosine: centring never lifts a score.
 *
 * <p>Rows stay as they are. Everything follows from the cosines that a search computes anyway and from what was computed for each row
 * once. Immutable, thread-safe. docs/decisions/0150-people-who-resemble-each-other.md.
 */
final class SiteCentring {

    private final double share;
    private final double common;
    private final int[] firstRows;
    private final double[] rowToOthers;
    private final double[] othersSquared;

    private SiteCentring(double share, double common, int[] firstRows, double[] rowToOthers, double[] othersSquared) {
        this.share = share;
        this.common = common;
        this.firstRows = firstRows;
        this.rowToOthers = rowToOthers;
        this.othersSquared = othersSquared;
    }

    /** @param firstRows where each person's rows begin, and at the end how many rows there are */
    static SiteCentring of(float[] unitRows, int dimension, int[] firstRows, SiteResemblance site) {
        int persons = firstRows.length - 1;
        double share = site.share();
        if (share == 0) {
            return new SiteCentring(0, 0, firstRows, new double[0], new double[0]);
        }
        double[] total = new double[dimension];
        for (int person = 0; person < persons; person++) {
            PersonMean.addTo(total, unitRows, firstRows, person);
        }
        double[] rowToOthers = new double[firstRows[persons]];
        double[] othersSquared = new double[persons];
        double[] others = new double[dimension];
        for (int person = 0; person < persons; person++) {
            double[] own = new double[dimension];
            PersonMean.addTo(own, unitRows, firstRows, person);
            double squared = 0;
            for (int i = 0; i < dimension; i++) {
                others[i] = (total[i] - own[i]) / (persons - 1);
                squared += others[i] * others[i];
            }
            othersSquared[person] = squared;
            for (int row = firstRows[person]; row < firstRows[person + 1]; row++) {
                double dot = 0;
                for (int i = 0; i < dimension; i++) {
                    dot += others[i] * unitRows[row * dimension + i];
                }
                rowToOthers[row] = dot;
            }
        }
        return new SiteCentring(share, share * Math.max(0, site.mean()), firstRows, rowToOthers, othersSquared);
    }

    /**
     * Turns the cosines of one search into scores, in place.
     *
     * @param cosines of a probe to each row; of the mean of several probes, where its length is below 1, the mean of their cosines
     */
    void apply(float[] cosines) {
        if (share == 0) {
            return;
        }
        int persons = firstRows.length - 1;
        double[] own = new double[persons];
        double total = 0;
        for (int person = 0; person < persons; person++) {
            own[person] = mean(cosines, firstRows[person], firstRows[person + 1]);
            total += own[person];
        }
        for (int person = 0; person < persons; person++) {
            double probeToOthers = (total - own[person]) / (persons - 1);
            for (int row = firstRows[person]; row < firstRows[person + 1]; row++) {
                cosines[row] = (float) score(cosines[row], probeToOthers, rowToOthers[row], othersSquared[person]);
            }
        }
    }

    private double score(double cosine, double probeToOthers, double rowToOthers, double othersSquared) {
        double removed = share * share * othersSquared;
        double probe = 1 - 2 * share * probeToOthers + removed;
        double row = 1 - 2 * share * rowToOthers + removed;
        double lengths = Math.sqrt(Math.max(0, probe) * Math.max(0, row));
        if (lengths < 1e-6) {
            return Math.min(cosine, 0); // nothing is left of the face but what everybody shares
        }
        double centred = (cosine - share * (probeToOthers + rowToOthers) + removed) / lengths;
        return Math.min(cosine, common + (1 - common) * centred);
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
