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

    /** Leaves cosines as they are. */
    static final SiteCentring NONE = new SiteCentring(0, 0, 0, new double[0], new double[0], new double[0]);

    private final double share;
    private final double common;
    private final int persons;
    private final double[] total;
    private final double[] rowToOthers;
    private final double[] othersSquared;

    private SiteCentring(
            double share, double common, int persons, double[] total, double[] rowToOthers, double[] othersSquared) {
        this.share = share;
        this.common = common;
        this.persons = persons;
        this.total = total;
        this.rowToOthers = rowToOthers;
        this.othersSquared = othersSquared;
    }

    /** @param firstRows where each person's rows begin, and at the end how many rows there are */
    static SiteCentring of(float[] unitRows, int dimension, int[] firstRows, SiteResemblance site) {
        int persons = firstRows.length - 1;
        double share = site.share();
        if (share == 0) {
            return NONE;
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
        return new SiteCentring(share, share * Math.max(0, site.mean()), persons, total, rowToOthers, othersSquared);
    }

    /** The sum of the cosines of a probe to every person, each the mean of that to the person's rows. */
    double probeToAll(float[] probe) {
        double sum = 0;
        for (int i = 0; i < total.length; i++) {
            sum += total[i] * probe[i];
        }
        return sum;
    }

    /**
     * Turns the cosines of a person's rows into scores, in place.
     *
     * @param cosines of a probe to the rows; of the mean of several probes, where its length is below 1, the mean of their cosines
     * @param probeToAll {@link #probeToAll}, times that length
     */
    void apply(float[] cosines, int from, int to, int person, double probeToAll) {
        if (share == 0) {
            return;
        }
        double probeToOthers = (probeToAll - mean(cosines, to - from)) / (persons - 1);
        for (int row = from; row < to; row++) {
            cosines[row - from] =
                    (float) score(cosines[row - from], probeToOthers, rowToOthers[row], othersSquared[person]);
        }
    }

    /**
     * Turns estimates of the cosines of a person's rows into what their scores are at most, in place.
     *
     * @param mean of the estimates
     * @param margin how far estimates may be from the cosines
     */
    void bound(float[] estimates, int from, int to, int person, double probeToAll, double mean, double margin) {
        double probeToOthers = share == 0 ? 0 : (probeToAll - mean) / (persons - 1);
        double blur = share == 0 ? 0 : margin / (persons - 1);
        for (int row = from; row < to; row++) {
            double cosine = estimates[row - from] + margin;
            estimates[row - from] = (float)
                    (share == 0
                            ? cosine
                            : atMost(cosine, probeToOthers, blur, rowToOthers[row], othersSquared[person]));
        }
    }

    /** The highest {@link #score} of a cosine up to this one and a {@code probeToOthers} within the blur. */
    private double atMost(double cosine, double probeToOthers, double blur, double rowToOthers, double othersSquared) {
        double removed = share * share * othersSquared;
        double above = cosine - share * (probeToOthers - blur + rowToOthers) + removed;
        double row = Math.max(0, 1 - 2 * share * rowToOthers + removed);
        double shortest = Math.sqrt(Math.max(0, 1 - 2 * share * (probeToOthers + blur) + removed) * row);
        if (shortest < 1e-5) {
            return cosine; // close to where a score has no lengths to go by
        }
        double longest = Math.sqrt((1 - 2 * share * (probeToOthers - blur) + removed) * row);
        return Math.min(cosine, common + (1 - common) * (above / (above < 0 ? longest : shortest)));
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

    private static double mean(float[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
