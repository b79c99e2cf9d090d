package io.lintel.gallery;

/**
 * How the gallery is searched.
 *
 * @param nearest how many of a person's templates count with {@link PersonScore#NEAREST}, 1 to 100; 1 is the best one
 * @param lookAlike cosine of two people's templates, above 0, from which they resemble each other so much that one may be taken for the other; the
 *     embedder's own. {@link #NOBODY} for none
 */
public record MatchSettings(PersonScore score, int nearest, double lookAlike) {

    /** More than any cosine. */
    public static final double NOBODY = 2;

    public static final MatchSettings DEFAULT = new MatchSettings(PersonScore.MEAN, 1);

    /** One that knows no look-alikes. */
    public MatchSettings(PersonScore score, int nearest) {
        this(score, nearest, NOBODY);
    }

    public MatchSettings {
        if (!(lookAlike > 0)) {
            throw new IllegalArgumentException("lookAlike is above 0, not " + lookAlike);
        }
        if (nearest < 1 || nearest > 100) {
            throw new IllegalArgumentException("nearest is 1 to 100, not " + nearest);
        }
    }
}
