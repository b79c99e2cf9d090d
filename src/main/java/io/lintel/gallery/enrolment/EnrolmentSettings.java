package io.lintel.gallery.enrolment;

/**
 * What an enrolment asks for. Scores are cosines of the default embedder (MODELS.md).
 *
 * @param sameShotScore what each shot must score with the mean of the others to show the same person; 0.45 is its FMR of 1e-3
 * @param lookAlikeScore from where on somebody enrolled is a look-alike; 0.55 is an FMR of about 5e-5, one needless warning in
 *     200 enrolments to a gallery of 100, and leaves 0.1 to the door's lowest threshold
 * @param leastInterOcular pixels between the eyes; true accepts do not suffer down to 32, at the door 24 must do
 * @param mostShots of one enrolment
 * @param augmentBelow shots fewer than this are augmented
 * @param portraits whether a small picture of each shot's face is kept for the pages
 */
public record EnrolmentSettings(
        double sameShotScore,
        double lookAlikeScore,
        float leastInterOcular,
        int mostShots,
        int augmentBelow,
        boolean portraits) {

    public static final EnrolmentSettings DEFAULT = new EnrolmentSettings(0.45, 0.55, 32, 20, 3, false);

    public EnrolmentSettings withPortraits(boolean kept) {
        return new EnrolmentSettings(sameShotScore, lookAlikeScore, leastInterOcular, mostShots, augmentBelow, kept);
    }
}
