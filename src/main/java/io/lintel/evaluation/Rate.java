package io.lintel.evaluation;

/**
 * How often something happened, and what that says about how often it happens: the 95 % score interval of Wilson (1927).
 * Trials count as independent; pairs of the same few people are not, so the true interval is wider.
 */
public record Rate(long events, long trials) {

    private static final double Z = 1.959964;

    public Rate {
        if (events < 0 || events > trials) {
            throw new IllegalArgumentException(events + " events of " + trials + " trials");
        }
    }

    /** The share; NaN without trials. */
    public double value() {
        return (double) events / trials;
    }

    /** Lower end of the 95 % interval. */
    public double low() {
        return events == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** Upper end of the 95 % interval; without any event the rule of three, 3 / trials. */
    public double high() {
        if (trials == 0) {
            return 1;
        }
        if (events == 0) {
            return Math.min(1, 3.0 / trials);
        }
        return events == trials ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / trials + Z * Z / (4.0 * trials * trials)) / (1 + Z * Z / trials);
    }
}
