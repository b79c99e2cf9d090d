package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The vectors of all persons, searched exhaustively. Immutable, thread-safe.
 *
 * <p>The rows of a person lie together: one, the mean, or one a template. A search allocates one float a row.
 */
final class TemplateIndex {

    private final SimilaritySearch search;
    private final int dimension;
    private final long[] persons;
    private final int[] firstRows;
    private final int nearest;
    private final SiteResemblance site;
    private final SiteCentring centring;

    /**
     * @param persons ids
     * @param firstRows where each person's rows begin, and at the end how many rows there are
     * @param nearest how many of a person's best rows make the score
     * @param centring what is left out of the cosines, by what {@code site} says
     */
    TemplateIndex(
            SimilaritySearch search,
            int dimension,
            long[] persons,
            int[] firstRows,
            int nearest,
            SiteResemblance site,
            SiteCentring centring) {
        this.search = search;
        this.dimension = dimension;
        this.persons = persons;
        this.firstRows = firstRows;
        this.nearest = nearest;
        this.site = site;
        this.centring = centring;
    }

    /** Whether somebody has a row here. */
    boolean contains(PersonId person) {
        return Arrays.binarySearch(persons, person.value()) >= 0; // the rows come in the order of the ids
    }

    int persons() {
        return persons.length;
    }

    int rows() {
        return firstRows[persons.length];
    }

    /** How much the people resemble each other. */
    SiteResemblance site() {
        return site;
    }

    /**
     * The best two persons.
     *
     * @param length of the probe where it is a mean, else 1
     * @throws IllegalArgumentException if another model made the probe
     */
    Identification identify(Embedding probe, double length) {
        float[] cosines = compare(probe, length);
        float[] scores = cosines.clone();
        centring.apply(scores);
        int best = -1;
        int second = -1;
        double bestScore = Double.NEGATIVE_INFINITY;
        double secondScore = Double.NEGATIVE_INFINITY;
        for (int person = 0; person < persons.length; person++) {
            double score = personScore(scores, person);
            if (score > bestScore) {
                second = best;
                secondScore = bestScore;
                best = person;
                bestScore = score;
            } else if (score > secondScore) {
                second = person;
                secondScore = score;
            }
        }
        return new Identification(
                best < 0 ? null : candidate(best, bestScore),
                second < 0 ? null : candidate(second, secondScore),
                persons(),
                rows(),
                best < 0 ? 0 : Math.clamp(personScore(cosines, best), -1.0, 1.0),
                site);
    }

    /** The best persons in falling order of score. @throws IllegalArgumentException if another model made the probe */
    List<Candidate> nearest(Embedding probe, int count) {
        float[] scores = compare(probe, 1);
        centring.apply(scores);
        return ranked(scores, count);
    }

    /** The best persons in falling order of plain cosine. @throws IllegalArgumentException if another model made the probe */
    List<Candidate> nearestByCosine(Embedding probe, int count) {
        return ranked(compare(probe, 1), count);
    }

    private List<Candidate> ranked(float[] scores, int count) {
        return IntStream.range(0, persons.length)
                .mapToObj(person -> candidate(person, personScore(scores, person)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(count)
                .toList();
    }

    private float[] compare(Embedding probe, double length) {
        if (persons.length > 0 && probe.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "a probe of " + probe.dimension() + " values does not compare with templates of " + dimension);
        }
        float[] scores = new float[rows()];
        search.score(probe.values(), scores);
        if (length != 1) {
            for (int row = 0; row < scores.length; row++) {
                scores[row] *= (float) length;
            }
        }
        return scores;
    }

    private double personScore(float[] scores, int person) {
        int from = firstRows[person];
        int to = firstRows[person + 1];
        if (to - from == 1) {
            return scores[from];
        }
        if (nearest == 1) {
            float best = scores[from];
            for (int row = from + 1; row < to; row++) {
                best = Math.max(best, scores[row]);
            }
            return best;
        }
        Arrays.sort(scores, from, to); // each row belongs to one person only, so its place is not needed any more
        int count = Math.min(nearest, to - from);
        double sum = 0;
        for (int row = to - count; row < to; row++) {
            sum += scores[row];
        }
        return sum / count;
    }

    private Candidate candidate(int person, double score) {
        return new Candidate(new PersonId(persons[person]), Math.clamp(score, -1.0, 1.0));
    }
}
