package io.lintel.evaluation.statistics;

import io.lintel.benchmark.Interval;
import io.lintel.benchmark.Rate;
import java.util.Arrays;
import java.util.List;

/**
 * Error rates of comparisons at chosen false match rates (FMR) and scores, with intervals by drawing people. Where no
 * impostor reaches a score the upper bound of FMR is that of the rule of three over pairs of people.
 */
public final class OperatingPoints {

    private static final int DRAWS = 300;

    private final Comparisons comparisons;
    private final int[] rows;
    private final double[] rates;
    private final double[] scores;
    private final double[] measured;
    private final Interval[] intervals;

    /**
     * @param rates FMRs at which thresholds and true accept rates (TAR) are told
     * @param scores at which FMR and FNMR are told
     */
    public OperatingPoints(Comparisons comparisons, double[] rates, double[] scores) {
        this.comparisons = comparisons;
        this.rates = rates.clone();
        this.scores = scores.clone();
        this.rows = comparisons.rowsOfPeople();
        int[] once = new int[comparisons.people()];
        Arrays.fill(once, 1);
        this.measured = statistics(once);
        this.intervals = PersonBootstrap.intervals(comparisons.people(), DRAWS, this::statistics);
    }

    /** Equal error rate, 0 to 1; not a number where it lies beyond the kept impostor scores. */
    public double eer() {
        return measured[0];
    }

    public Interval eerInterval() {
        return intervals[0];
    }

    /** The lowest score whose FMR is at most {@code rates[i]}. */
    public double threshold(int i) {
        return measured[1 + i];
    }

    public Interval thresholdInterval(int i) {
        return intervals[1 + i];
    }

    /** Genuine pairs at or above the threshold of {@code rates[i]}. */
    public Rate tar(int i) {
        return comparisons.genuineScores().atOrAbove(threshold(i));
    }

    public Interval tarInterval(int i) {
        return intervals[1 + rates.length + i];
    }

    /** TAR of each person with a pair, averaged: nobody counts more for having more pictures. */
    public double tarOfPeople(int i) {
        return measured[1 + 2 * rates.length + i];
    }

    public Interval tarOfPeopleInterval(int i) {
        return intervals[1 + 2 * rates.length + i];
    }

    public Rate fmr(int i) {
        return comparisons.impostorScores().atOrAbove(scores[i]);
    }

    public Interval fmrInterval(int i) {
        long pairsOfPeople = (long) comparisons.people() * (comparisons.people() - 1) / 2;
        return fmr(i).events() == 0
                ? new Interval(0, Math.min(1, 3.0 / Math.max(1, pairsOfPeople)))
                : intervals[1 + 3 * rates.length + i];
    }

    public Rate fnmr(int i) {
        return comparisons.genuineScores().below(scores[i]);
    }

    public Interval fnmrInterval(int i) {
        return fnmr(i).events() == 0
                ? new Interval(0, Math.min(1, 3.0 / Math.max(1, comparisons.peopleWithPairs())))
                : intervals[1 + 3 * rates.length + scores.length + i];
    }

    /** EER; thresholds; TARs; TARs of people; FMRs; FNMRs: of a sample of the people. */
    private double[] statistics(int[] times) {
        double[] answer = new double[1 + 3 * rates.length + 2 * scores.length];
        Sample sample = new Sample(times);
        answer[0] = sample.eer();
        for (int i = 0; i < rates.length; i++) {
            double threshold = sample.threshold(rates[i]);
            answer[1 + i] = threshold;
            answer[1 + rates.length + i] = sample.tar(threshold);
            answer[1 + 2 * rates.length + i] = sample.tarOfPeople(threshold);
        }
        for (int i = 0; i < scores.length; i++) {
            answer[1 + 3 * rates.length + i] = sample.fmr(scores[i]);
            answer[1 + 3 * rates.length + scores.length + i] = 1 - sample.tar(scores[i]);
        }
        return answer;
    }

    /** A person drawn twice brings each pair twice; the copies are not compared with each other. */
    private final class Sample {

        private final int[] times;
        private final double genuine;
        private final double impostor;

        Sample(int[] times) {
            this.times = times;
            double sum = 0;
            double squares = 0;
            double pairs = 0;
            for (int person = 0; person < rows.length; person++) {
                double all = (double) times[person] * rows[person];
                sum += all;
                squares += all * all;
                pairs += times[person] * (rows[person] * (rows[person] - 1.0) / 2);
            }
            genuine = pairs;
            impostor = (sum * sum - squares) / 2;
        }

        private double weight(Comparisons.Pair pair) {
            return (double) times[comparisons.personOf(pair.first())] * times[comparisons.personOf(pair.second())];
        }

        private int copies(Comparisons.Pair pair) {
            return times[comparisons.personOf(pair.first())];
        }

        double threshold(double rate) {
            double above = 0;
            List<Comparisons.Pair> tail = comparisons.impostorTail();
            for (int i = 0; i < tail.size(); i++) {
                above += weight(tail.get(i));
                if (above > rate * impostor) {
                    // just above this score: on the grid of 0.0001 that thresholds are told on
                    return Math.floor(tail.get(i).score() * 1e4 + 1) / 1e4;
                }
            }
            return tail.size() == comparisons.impostorScores().count() ? -1 : Double.NaN;
        }

        double tar(double threshold) {
            double above = 0;
            for (Comparisons.Pair pair : comparisons.genuine()) {
                if (pair.score() < threshold) {
                    break;
                }
                above += copies(pair);
            }
            return above / genuine;
        }

        double tarOfPeople(double threshold) {
            int[] above = new int[rows.length];
            for (Comparisons.Pair pair : comparisons.genuine()) {
                if (pair.score() < threshold) {
                    break;
                }
                above[comparisons.personOf(pair.first())]++;
            }
            double sum = 0;
            double people = 0;
            for (int person = 0; person < rows.length; person++) {
                if (rows[person] > 1) {
                    sum += times[person] * above[person] / (rows[person] * (rows[person] - 1.0) / 2);
                    people += times[person];
                }
            }
            return sum / people;
        }

        double fmr(double score) {
            double above = 0;
            for (Comparisons.Pair pair : comparisons.impostorTail()) {
                if (pair.score() < score) {
                    return above / impostor;
                }
                above += weight(pair);
            }
            return comparisons.impostorTail().size()
                            == comparisons.impostorScores().count()
                    ? above / impostor
                    : Double.NaN;
        }

        double eer() {
            List<Comparisons.Pair> own = comparisons.genuine();
            int at = 0;
            double accepted = 0;
            double above = 0;
            for (Comparisons.Pair pair : comparisons.impostorTail()) {
                above += weight(pair);
                while (at < own.size() && own.get(at).score() >= pair.score()) {
                    accepted += copies(own.get(at++));
                }
                double falseMatches = above / impostor;
                double falseNonMatches = 1 - accepted / genuine;
                if (falseMatches >= falseNonMatches) {
                    return (falseMatches + falseNonMatches) / 2;
                }
            }
            return Double.NaN;
        }
    }
}
