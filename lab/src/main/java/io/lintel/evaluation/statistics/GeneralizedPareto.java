package io.lintel.evaluation.statistics;

/**
 * The upper tail of a distribution by extreme value theory: what exceeds a high threshold follows a generalised Pareto distribution (Pickands 1975),
 * {@code P(X > threshold + y) = share * (1 + shape * y / scale)^(-1 / shape)}. Fitted by probability-weighted moments (Hosking and Wallis 1987,
 * Technometrics 29), which for shapes between -0.5 and 0.5 err less than maximum likelihood on samples of this size and need no search.
 *
 * @param threshold u
 * @param scale sigma, above 0
 * @param shape xi; below 0 the tail ends at {@code threshold - scale / shape}
 * @param share of all values that lie above the threshold
 */
public record GeneralizedPareto(double threshold, double scale, double shape, double share) {

    private static final int LEAST = 30;

    /**
     * Fits the tail.
     *
     * @param excesses values less the threshold, ascending, none below 0
     * @param share of all values that these are
     * @throws IllegalArgumentException if they are fewer than 30, or all the same
     */
    public static GeneralizedPareto fit(double threshold, double[] excesses, double share) {
        int n = excesses.length;
        if (n < LEAST) {
            throw new IllegalArgumentException("a tail is fitted to at least " + LEAST + " values, not to " + n);
        }
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            mean += excesses[i] / n;
            // plotting position (j - 0.35) / n of the j-th smallest, as Hosking and Wallis recommend
            weighted += (1 - (i + 1 - 0.35) / n) * excesses[i] / n;
        }
        double difference = mean - 2 * weighted;
        if (!(difference > 0)) {
            throw new IllegalArgumentException("a tail whose values are all the same cannot be fitted");
        }
        // their k is -shape
        double k = mean / difference - 2;
        return new GeneralizedPareto(threshold, 2 * mean * weighted / difference, -k, share);
    }

    /** How often a value is at least this, for values from the threshold on; the share of the tail below it. */
    public double exceedance(double value) {
        double y = value - threshold;
        if (y <= 0) {
            return share;
        }
        if (Math.abs(shape) < 1e-9) {
            return share * Math.exp(-y / scale);
        }
        double base = 1 + shape * y / scale;
        return base <= 0 ? 0 : share * Math.pow(base, -1 / shape);
    }

    /** The value that is exceeded so often. @param probability above 0, at most the tail's share */
    public double quantile(double probability) {
        if (!(probability > 0 && probability <= share)) {
            throw new IllegalArgumentException(
                    "the tail says something about probabilities up to " + share + ", not about " + probability);
        }
        double ratio = probability / share;
        return threshold
                + (Math.abs(shape) < 1e-9 ? -scale * Math.log(ratio) : scale / shape * (Math.pow(ratio, -shape) - 1));
    }
}
