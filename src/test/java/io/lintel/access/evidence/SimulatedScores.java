package io.lintel.access.evidence;

import java.util.random.RandomGenerator;

/**
 * Random score sequences of visits with a correlation of 0.9 between neighbouring frames: a first-order autoregressive process of standard normal
 * values, turned into scores by their rank (a Gaussian copula). Of each visit's frames a share, drawn evenly up to the limit, is
 * bad for the one who decides: of an attack's up to 30 % score above 0.8, of a live visit's up to 20 % below 0.4. The other frames
 * score as real networks do: close to 0 for an attack, above 0.95 for a live face.
 */
final class SimulatedScores {

    private static final double CORRELATION = 0.9;

    private final RandomGenerator random;
    private final boolean shareAtLimit;

    SimulatedScores(RandomGenerator random, boolean shareAtLimit) {
        this.random = random;
        this.shareAtLimit = shareAtLimit;
    }

    double[] attack(int frames) {
        double high = share(0.3);
        return visit(frames, rank -> {
            double within = (rank - (1 - high)) / high;
            double below = rank / (1 - high);
            return within >= 0 ? 0.8 + 0.2 * within * within : 0.4 * below * below;
        });
    }

    double[] live(int frames) {
        double low = share(0.2);
        return visit(frames, rank -> rank < low ? 0.4 * rank / low : 0.95 + 0.05 * (rank - low) / (1 - low));
    }

    private double share(double limit) {
        return shareAtLimit ? limit : Math.max(0.001, limit * random.nextDouble());
    }

    private interface Scores {
        double ofRank(double rank);
    }

    private double[] visit(int frames, Scores scores) {
        double[] visit = new double[frames];
        double value = random.nextGaussian();
        for (int i = 0; i < frames; i++) {
            visit[i] = Math.clamp(scores.ofRank(rank(value)), 0, 1);
            value = CORRELATION * value + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
        }
        return visit;
    }

    /** The standard normal distribution: Abramowitz and Stegun 26.2.17, error below 1e-7. */
    private static double rank(double value) {
        double t = 1 / (1 + 0.2316419 * Math.abs(value));
        double tail = 0.3989422804
                * Math.exp(-value * value / 2)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return value > 0 ? 1 - tail : tail;
    }
}
