package io.lintel.access.evidence;

import java.time.Duration;

/**
 * How the looks of one track become a verdict.
 *
 * @param votesNeeded how many of the last {@code voters} looks must each name the same person. Three of five: a single high
 *     frame never opens, two spoilt frames never keep shut; takes 0.13 s at 15 frames a second
 * @param voters how many of the last looks are counted and averaged, at most 10. MODELS.md: the mean of five lowers the false non-matches at
 *     0.65 from 3.0 to 1.1 %
 * @param voteSlack by how much a voting look's score may lie below the threshold that the mean of all must reach
 * @param margin by how much the best person's score must lead the runner-up's, or the face is ambiguous. On NUAA it leads by
 *     0.3 and more; a twin would not
 * @param longestPause looks further apart than this do not belong to one body of evidence
 * @param unknownAfter how long somebody nobody knows is looked at before he is told so
 * @param unknownLooks how many looks that takes at least
 * @param nearInterOcular from which distance of the eyes, in pixels, somebody counts as standing at the door, so that not knowing him is
 *     worth saying. 32: below it recognition declines and people are asked to come closer (MODELS.md)
 * @param nearShare the same as a share of the frame's width, for cameras with more pixels; the larger of the two counts. 0.035 is
 *     1.5 m at a 60 degree lens
 */
public record EvidenceSettings(
        int votesNeeded,
        int voters,
        double voteSlack,
        double margin,
        Duration longestPause,
        Duration unknownAfter,
        int unknownLooks,
        double nearInterOcular,
        double nearShare) {

    public static final EvidenceSettings DEFAULT =
            new EvidenceSettings(3, 5, 0.08, 0.08, Duration.ofSeconds(1), Duration.ofMillis(1500), 8, 32, 0.035);

    public EvidenceSettings {
        if (votesNeeded < 2 || voters < votesNeeded || voters > Evidence.MEMORY) {
            throw new IllegalArgumentException("votes need 2 <= votesNeeded <= voters <= " + Evidence.MEMORY + ", not "
                    + votesNeeded + " of " + voters);
        }
        if (!(voteSlack >= 0 && voteSlack <= 0.2)) {
            throw new IllegalArgumentException("voteSlack must lie in [0, 0.2], not " + voteSlack);
        }
        if (!(margin >= 0 && margin <= 0.5)) {
            throw new IllegalArgumentException("margin must lie in [0, 0.5], not " + margin);
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
