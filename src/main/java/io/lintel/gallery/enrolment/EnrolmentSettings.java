package io.lintel.gallery.enrolment;

import io.lintel.model.EmbedderProfile;

/**
 * What an enrolment asks for.
 *
 * @param sameShotScore what each shot must score with the mean of the others to show the same person; the embedder's own
 * @param lookAlikeScore from where on somebody enrolled is a look-alike; the embedder's own
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

    /** The defaults with an embedder. */
    public static EnrolmentSettings of(EmbedderProfile embedder) {
        return new EnrolmentSettings(embedder.sameShot(), embedder.lookAlike(), 32, 20, 3, false);
    }

    public EnrolmentSettings withPortraits(boolean kept) {
        return new EnrolmentSettings(sameShotScore, lookAlikeScore, leastInterOcular, mostShots, augmentBelow, kept);
    }
}
