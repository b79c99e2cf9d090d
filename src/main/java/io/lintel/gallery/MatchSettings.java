package io.lintel.gallery;

/**
 * How the gallery is searched.
 *
 * @param nearest how many of a person's templates count with {@link PersonScore#NEAREST}, 1 to 100; 1 is his best one
 */
public record MatchSettings(PersonScore score, int nearest) {

    public static final MatchSettings DEFAULT = new MatchSettings(PersonScore.MEAN, 1);

    public MatchSettings {
        if (nearest < 1 || nearest > 100) {
            throw new IllegalArgumentException("nearest is 1 to 100, not " + nearest);
        }
    }
}
