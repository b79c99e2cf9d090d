package io.lintel.evaluation;

import io.lintel.benchmark.Rate;

/**
 * Counts scores between -1 and 1 in bins of 0.0001, so that ten million comparisons take 160 kB and no sorting. Every
 * answer is exact for thresholds on a bin's edge.
 */
public final class ScoreHistogram {

    private static final int BINS_PER_UNIT = 10_000;
    private static final int BINS = 2 * BINS_PER_UNIT + 1;

    private final long[] bins = new long[BINS];
    private long count;
    private double sum;

    public void add(double score) {
        bins[Math.clamp(bin(score), 0, BINS - 1)]++;
        count++;
        sum += score;
    }

    /** Counts what another one has counted too. */
    public void addAll(ScoreHistogram other) {
        for (int bin = 0; bin < BINS; bin++) {
            bins[bin] += other.bins[bin];
        }
        count += other.count;
        sum += other.sum;
    }

    public long count() {
        return count;
    }

    public double mean() {
        return sum / count;
    }

    /** The lower edge of the highest bin that holds a score; NaN when empty. */
    public double highest() {
        for (int bin = BINS - 1; bin >= 0; bin--) {
            if (bins[bin] > 0) {
                return edge(bin);
            }
        }
        return Double.NaN;
    }

    /** How many scores are at or above a threshold. */
    public Rate atOrAbove(double threshold) {
        long above = 0;
        for (int bin = Math.max(0, bin(threshold)); bin < BINS; bin++) {
            above += bins[bin];
        }
        return new Rate(above, count);
    }

    /** How many scores are below a threshold. */
    public Rate below(double threshold) {
        return new Rate(count - atOrAbove(threshold).events(), count);
    }

    /** The lowest threshold that at most this share of the scores reaches; may lie above 1. */
    public double thresholdFor(double share) {
        long allowed = (long) Math.floor(share * count);
        long above = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            above += bins[bin];
            if (above > allowed) {
                return edge(bin + 1);
            }
        }
        return -1;
    }

    private static int bin(double score) {
        // the tiny shift keeps a threshold such as 0.65, which has no exact binary form, on its own edge
        return (int) Math.floor((score + 1) * BINS_PER_UNIT + 1e-6);
    }

    private static double edge(int bin) {
        return (double) bin / BINS_PER_UNIT - 1;
    }
}
