package io.lintel.face;

import java.util.Comparator;
import java.util.List;

/**
 * Converts a liveness network's score to a log-likelihood ratio: how many times more often a live face gets this score than an attack
 * does, as a natural logarithm. Piecewise linear between the points and constant beyond the outermost ones, so that no answer
 * counts for more than the calibration data can support. Immutable.
 */
public final class LivenessCalibration {

    /** Largest magnitude of a ratio, nats: 20 to 1. A calibration set of a few dozen people supports no more. */
    public static final double LIMIT = 3;

    /**
     * For a network without a calibration of its own. An assumption, not a measurement: live faces score above 0.95 in most frames and
     * attacks in few of them; what lies between says little, as a live face in bad light scores anything.
     */
    public static final LivenessCalibration DEFAULT = new LivenessCalibration(
            List.of(new Point(0.05, -2), new Point(0.2, -1), new Point(0.9, -1), new Point(0.95, 2)));

    /**
     * One point of the curve.
     *
     * @param score of the network, 0 to 1
     * @param evidence log-likelihood ratio of live to attack, nats
     */
    public record Point(double score, double evidence) {

        public Point {
            if (!(score >= 0 && score <= 1) || !(Math.abs(evidence) <= LIMIT)) {
                throw new IllegalArgumentException("a calibration point needs a score in [0, 1] and a ratio of at most "
                        + LIMIT + " nats, not " + score + " and " + evidence);
            }
        }
    }

    private final List<Point> points;

    /** @param points at least two, in any order; a higher score must not have a lower ratio, and no score may occur twice */
    public LivenessCalibration(List<Point> points) {
        this.points =
                points.stream().sorted(Comparator.comparingDouble(Point::score)).toList();
        if (points.size() < 2) {
            throw new IllegalArgumentException("a calibration needs at least two points, not " + points.size());
        }
        for (int i = 1; i < this.points.size(); i++) {
            Point before = this.points.get(i - 1);
            Point point = this.points.get(i);
            if (before.score() == point.score() || before.evidence() > point.evidence()) {
                throw new IllegalArgumentException("a calibration must rise with the score: " + before + ", " + point);
            }
        }
    }

    public List<Point> points() {
        return points;
    }

    /** The log-likelihood ratio of live to attack, nats. @param score of the network, 0 to 1 */
    public double evidence(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a liveness score lies in [0, 1], not " + score);
        }
        Point low = points.getFirst();
        for (Point high : points) {
            if (score <= high.score()) {
                double share = high == low ? 0 : Math.max(0, score - low.score()) / (high.score() - low.score());
                return low.evidence() + share * (high.evidence() - low.evidence());
            }
            low = high;
        }
        return low.evidence();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LivenessCalibration calibration && calibration.points.equals(points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    @Override
    public String toString() {
        return "LivenessCalibration" + points;
    }
}
