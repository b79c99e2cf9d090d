package io.lintel.model;

/**
 * Every number that was tuned on one embedder: what its scores mean, and how far scores lie apart. A score is a cosine, so another embedder has
 * other numbers; nothing else in Lintel knows one. Names in messages are those of {@code catalog.json}.
 *
 * @param scores measured false match rates
 * @param lowestThreshold the least threshold of a match that a door uses without an explicit setting, whatever its target would allow
 * @param leastSettable the least threshold that a setting may choose: below it a match means nothing
 * @param unmeasuredSiteSurcharge by how much the lowest threshold is higher where too few people are enrolled to tell how much they resemble each
 *     other
 * @param assumedSite how strangers score at such a site
 * @param margin by how much the best person's score must lead the runner-up's
 * @param voteSlack by how much a voting sample's score may lie below the threshold that the mean of all must reach
 * @param clearBy by how much the mean must exceed the threshold for a match at once; a nearer score has to hold for a while
 * @param continuity score of a face with its track's moving mean below which it has become another face
 * @param sameFace score from which a new track's face is taken for a remembered denied one
 * @param sameShot score that each shot of an enrolment must reach with the mean of the others
 * @param lookAlike score from which somebody enrolled is named as a look-alike at an enrolment
 */
public record EmbedderProfile(
        ScoreTable scores,
        double lowestThreshold,
        double leastSettable,
        double unmeasuredSiteSurcharge,
        AssumedSite assumedSite,
        double margin,
        double voteSlack,
        double clearBy,
        double continuity,
        double sameFace,
        double sameShot,
        double lookAlike) {

    /**
     * A normal distribution of the scores of people who resemble each other, for a site where nobody has measured it.
     *
     * @param mean score of two different people
     * @param deviation standard deviation of such scores, of single samples
     * @param sampleDeviation standard deviation of single samples' scores about the score of the templates
     * @param population on whom it was measured, in words
     */
    public record AssumedSite(double mean, double deviation, double sampleDeviation, String population) {

        /** @throws IllegalArgumentException saying which field is wrong */
        public AssumedSite {
            between("assumed-site.mean", mean, -1, 1);
            between("assumed-site.deviation", deviation, 0, 1);
            between("assumed-site.sample-deviation", sampleDeviation, 0, 1);
            if (deviation == 0) {
                throw new IllegalArgumentException("assumed-site.deviation must be above 0");
            }
        }
    }

    /** @throws IllegalArgumentException saying which field is wrong */
    public EmbedderProfile {
        score("lowest-threshold", lowestThreshold);
        score("least-settable", leastSettable);
        between("unmeasured-site-surcharge", unmeasuredSiteSurcharge, 0, 0.3);
        between("margin", margin, 0, 0.5);
        between("vote-slack", voteSlack, 0, 0.2);
        between("clear-by", clearBy, 0, 0.3);
        score("continuity", continuity);
        score("same-face", sameFace);
        score("same-shot", sameShot);
        score("look-alike", lookAlike);
        if (leastSettable > lowestThreshold) {
            throw new IllegalArgumentException("least-settable, %s, must not exceed lowest-threshold, %s"
                    .formatted(leastSettable, lowestThreshold));
        }
        if (lookAlike > lowestThreshold) {
            throw new IllegalArgumentException(
                    "look-alike, %s, must not exceed lowest-threshold, %s: else two people could match unwarned"
                            .formatted(lookAlike, lowestThreshold));
        }
        if (lowestThreshold + unmeasuredSiteSurcharge >= 1) {
            throw new IllegalArgumentException(
                    "lowest-threshold and unmeasured-site-surcharge must be below 1 together");
        }
    }

    private static void score(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1 and be neither, not " + value);
        }
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must lie in " + least + " to " + most + ", not " + value);
        }
    }
}
