package io.lintel.face;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one liveness network says about one frame.
 *
 * @param model which of the installed ones, from 0
 * @param probability the network's score that the face is a live person's, 0 to 1; not calibrated
 * @param evidence calibrated log-likelihood ratio of live to attack, nats; positive speaks for a live face
 */
public record LivenessScore(int model, double probability, double evidence) {

    /** By the network's calibration. */
    public static LivenessScore of(int model, double probability, LivenessCalibration calibration) {
        return new LivenessScore(model, probability, calibration.evidence(probability));
    }

    /** The answer of an only network without a calibration of its own. */
    public static LivenessScore single(double probability) {
        return of(0, probability, LivenessCalibration.DEFAULT);
    }

    /** The same network's answer, after something else has shown that this is no live face: the strongest evidence there is. */
    public LivenessScore refuted() {
        return new LivenessScore(model, 0, -LivenessCalibration.LIMIT);
    }

    /**
     * Probability that a face is live by all networks' answers to one frame, as many live faces as attacks expected. Their mean evidence counts, because
     * networks that look at the same frame are not independent.
     */
    public static OptionalDouble combined(List<LivenessScore> scores) {
        OptionalDouble mean =
                scores.stream().mapToDouble(LivenessScore::evidence).average();
        return mean.isEmpty() ? mean : OptionalDouble.of(1 / (1 + Math.exp(-mean.getAsDouble())));
    }
}
