package io.lintel.model;

import java.util.List;

/**
 * What a liveness network looks at, and what its score is worth.
 *
 * @param cropScale the picture to feed is the face's box times this factor
 * @param calibration what a score says for or against a live face, from measurements; see {@link Point}
 */
public record LivenessSpec(double cropScale, List<Point> calibration) {

    /** The largest ratio either way, nats: 20 to 1. Calibration sets of a few dozen people support no more. */
    public static final double LIMIT = 3;

    /**
     * One measured point; between two points the ratio is interpolated linearly, beyond them it is that of the nearest.
     *
     * @param score the network's probability of a live face, 0 to 1
     * @param logLikelihoodRatio ln(density of the score among live faces / density among attacks); above 0 speaks for a live face
     */
    public record Point(double score, double logLikelihoodRatio) {}

    /** @throws IllegalArgumentException saying which rule is broken */
    public LivenessSpec {
        calibration = List.copyOf(calibration);
        if (!(cropScale > 0)) {
            throw new IllegalArgumentException("the crop scale must be above 0, not " + cropScale);
        }
        if (calibration.size() < 2) {
            throw new IllegalArgumentException("a calibration needs at least two points");
        }
        for (int i = 0; i < calibration.size(); i++) {
            Point point = calibration.get(i);
            if (!(point.score >= 0 && point.score <= 1)) {
                throw new IllegalArgumentException("a score must lie in 0 to 1, not " + point.score);
            }
            if (!(Math.abs(point.logLikelihoodRatio) <= LIMIT)) {
                throw new IllegalArgumentException("a log-likelihood ratio must lie in -%s to %s, not %s"
                        .formatted(LIMIT, LIMIT, point.logLikelihoodRatio));
            }
            if (i > 0 && point.score <= calibration.get(i - 1).score) {
                throw new IllegalArgumentException("the scores must rise; " + point.score + " does not");
            }
            if (i > 0 && point.logLikelihoodRatio < calibration.get(i - 1).logLikelihoodRatio) {
                throw new IllegalArgumentException(
                        "the log-likelihood ratios must not fall; that of score " + point.score + " does");
            }
        }
    }
}
