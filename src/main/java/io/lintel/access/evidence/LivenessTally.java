package io.lintel.access.evidence;

/**
 * Liveness over the frames of a track.
 *
 * @param asked frames that an answer was expected of
 * @param answers frames with an answer, at most {@code asked}
 * @param mean mean of the models' means, by their weights, 0 to 1; 0 when there are no answers
 * @param weakest the lowest of the models' means
 * @param complete whether each installed model gave an answer
 */
public record LivenessTally(int asked, int answers, double mean, double weakest, boolean complete) {

    public static final LivenessTally NOTHING = new LivenessTally(0, 0, 0, 0, false);

    /** Of a single model. */
    public LivenessTally(int asked, int answers, double mean) {
        this(asked, answers, mean, mean, answers > 0);
    }
}
