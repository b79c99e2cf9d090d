package io.lintel.benchmark;

/**
 * How often something happened, and what that says about how often it happens: the 95 % score interval of Wilson (1927).
 *
 * @param independent how many of the trials count as independent: of the frames of a clip, which resemble each other, one. The interval is
 *     that of so many trials
 */
public record Rate(long events, long trials, long independent) {

    private static final double Z = 1.959964;

    public Rate {
        if (events < 0 || events > trials || independent > trials || (independent < 1 && trials > 0)) {
            throw new IllegalArgumentException(
                    events + " events of " + trials + " trials, " + independent + " of them independent");
        }
    }

    /** Of independent trials. Pairs of the same few people are not, so the true interval is wider. */
    public Rate(long events, long trials) {
        this(events, trials, trials);
    }

    /** The share; NaN without trials. */
    public double value() {
        return (double) events / trials;
    }

    /** Whether anything was measured at all. */
    public boolean isKnown() {
        return trials > 0;
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
            return Math.min(1, 3.0 / independent);
        }
        return events == trials ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (value() + Z * Z / (2 * independent)) / (1 + Z * Z / independent);
    }

    private double half() {
        double p = value();
        double n = independent;
        return Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
    }
}
