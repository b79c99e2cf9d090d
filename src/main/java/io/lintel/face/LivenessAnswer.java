package io.lintel.face;

/**
 * What one liveness model says about one frame.
 *
 * @param model which of the installed ones, from 0
 * @param models how many are installed: a verdict needs answers of all
 * @param weight how much it counts against the others
 * @param probability that the face is a live person's, 0 to 1
 */
public record LivenessAnswer(int model, int models, double weight, double probability) {

    /** The same model's answer, after something else has shown that this is no live face. */
    public LivenessAnswer refuted() {
        return new LivenessAnswer(model, models, weight, 0);
    }

    /** The answer of the only model. */
    public static LivenessAnswer single(double probability) {
        return new LivenessAnswer(0, 1, 1, probability);
    }
}
