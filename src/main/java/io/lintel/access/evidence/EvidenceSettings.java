package io.lintel.access.evidence;

import io.lintel.model.EmbedderProfile;
import java.time.Duration;

/**
 * How the looks of one track become a verdict. What is a distance of scores comes from the embedder's profile.
 *
 * @param votesNeeded how many of the last {@code voters} looks must each name the same person. Three of five: a single high
 *     frame never opens, two spoilt frames never keep shut; takes 0.13 s at 15 frames a second
 * @param voters how many of the last looks are counted and averaged, at most 10. Measured: the mean of five lowers the false non-matches at
 *     0.65 from 3.0 to 1.1 %
 * @param voteSlack by how much a voting look's score may lie below the threshold that the mean of all must reach
 * @param clearBy by how much the mean of the voters must exceed the threshold for a match at once. A score nearer to the threshold has to hold
 *     for {@code sustainedFor}: strangers reach the threshold for moments (0050 has the room)
 * @param sustainedFor how long the mean of all samples must hold the threshold when the score is not clear. Scores of one face stay correlated for some 0.25 s (NUAA),
 *     so a second has about four independent ones
 * @param margin by how much the best person's score must lead the runner-up's, or the face is ambiguous
 * @param longestPause looks further apart than this do not belong to one body of evidence. As long as the slowest look that may unlock the door
 * @param unknownAfter how long a stranger is looked at before the screen says so
 * @param unknownLooks how many looks that takes at least
 * @param nearInterOcular from which distance of the eyes, in pixels, somebody counts as standing at the door, so that not knowing them is
 *     worth saying. 32: below it recognition declines and people are asked to come closer
 * @param nearShare the same as a share of the frame's width, for cameras with more pixels; the larger of the two counts. 0.035 is
 *     1.5 m at a 60 degree lens
 */
public record EvidenceSettings(
        int votesNeeded,
        int voters,
        double voteSlack,
        double clearBy,
        Duration sustainedFor,
        double margin,
        Duration longestPause,
        Duration unknownAfter,
        int unknownLooks,
        double nearInterOcular,
        double nearShare) {

    /** The defaults with an embedder. */
    public static EvidenceSettings of(EmbedderProfile embedder) {
        return new EvidenceSettings(
                3,
                5,
                embedder.voteSlack(),
                embedder.clearBy(),
                Duration.ofSeconds(1),
                embedder.margin(),
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                8,
                32,
                0.035);
    }

    public EvidenceSettings {
        if (votesNeeded < 2 || voters < votesNeeded || voters > Evidence.MEMORY) {
            throw new IllegalArgumentException("lintel.decision.agreeing-frames must lie between 2 and " + voters
                    + " (at most " + Evidence.MEMORY + "), it is " + votesNeeded);
        }
        if (!(voteSlack >= 0 && voteSlack <= 0.2)) {
            throw new IllegalArgumentException("voteSlack must lie in [0, 0.2], not " + voteSlack);
        }
        if (!(clearBy >= 0 && clearBy <= 0.3)
                || sustainedFor.isNegative()
                || sustainedFor.compareTo(unknownAfter) > 0) {
            throw new IllegalArgumentException(
                    "clearBy must lie in [0, 0.3] and sustainedFor in [0, unknownAfter], not " + clearBy + " and "
                            + sustainedFor);
        }
        if (!(margin >= 0 && margin <= 0.5)) {
            throw new IllegalArgumentException("lintel.decision.margin must lie between 0 and 0.5, it is " + margin);
        }
        if (!longestPause.isPositive() || unknownAfter.isNegative()) {
            throw new IllegalArgumentException("longestPause must be positive and unknownAfter not negative");
        }
        if (unknownLooks < voters) {
            throw new IllegalArgumentException("unknownLooks must be at least voters, not " + unknownLooks);
        }
        if (!(nearInterOcular >= 0) || !(nearShare >= 0 && nearShare < 1)) {
            throw new IllegalArgumentException("nearInterOcular must not be negative and nearShare lie in [0, 1), not "
                    + nearInterOcular + " and " + nearShare);
        }
    }
}
