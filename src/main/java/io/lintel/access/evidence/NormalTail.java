package io.lintel.access.evidence;

/** The upper tail of the standard normal distribution. */
final class NormalTail {

    private static final double HIGHEST = 12;

    private NormalTail() {}

    /** P(Z > z), relative error below 1.2e-7: W. Press et al., Numerical Recipes, 2nd edition, section 6.2 (erfc). */
    static double beyond(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double polynomial = 0.17087277;
        double[] coefficients = {
            -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368
        };
        for (double coefficient : coefficients) {
            polynomial = polynomial * t + coefficient;
        }
        double complement = t * Math.exp(-x * x - 1.26551223 + t * polynomial) / 2;
        return z >= 0 ? complement : 1 - complement;
    }

    /** The z with P(Z > z) = p, at most {@value #HIGHEST}. */
    static double quantile(double p) {
        double low = -HIGHEST;
        double high = HIGHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (beyond(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
