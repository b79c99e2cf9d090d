package io.lintel.gallery;

/**
 * How much the people of one gallery resemble each other: the cosines between different people's mean templates. People of similar origin before one
 * camera share a component of the embedding that says nothing about identity. Immutable.
 *
 * @param people how many people are enrolled with the embedder in use
 * @param pairs how many pairs of people were compared
 * @param mean of the pairs' cosines; 0 without pairs
 * @param deviation standard deviation of the pairs' cosines; 0 with fewer than two pairs
 * @param highest cosine of a pair; 0 without pairs
 */
public record SiteResemblance(int people, long pairs, double mean, double deviation, double highest) {

    /** Fewer people say too little about how the next one will score: 6 make 15 pairs. */
    public static final int LEAST_PEOPLE = 6;

    /** Nothing is known but how many people there are. */
    public static SiteResemblance unknown(int people) {
        return new SiteResemblance(people, 0, 0, 0, 0);
    }

    public boolean isMeasured() {
        return people >= LEAST_PEOPLE && pairs > 0;
    }

    /**
     * The share {@code a} of the others' mean that a score leaves out, in [0, 1): what a mean of {@code people - 1} templates with this resemblance tells
     * about a further template (the best linear predictor of a shared component). Next to nothing where people do not resemble each other; 0 with
     * fewer than {@value #LEAST_PEOPLE} people, from whom it cannot be estimated.
     */
    public double share() {
        if (!isMeasured()) {
            return 0;
        }
        double rho = Math.clamp(mean, 0.0, 0.99);
        int others = people - 1;
        return others * rho / (1 + (others - 1) * rho);
    }
}
