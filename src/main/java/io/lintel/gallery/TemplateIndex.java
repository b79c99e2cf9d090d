package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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

    private TemplateIndex(
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

    /**
     * @param rows unit vectors, kept
     * @param persons ids, rising
     * @param firstRows where each person's rows begin, and at the end how many rows there are
     * @param nearest how many of a person's best rows make the score
     */
    static TemplateIndex over(
            float[] rows,
            int dimension,
            long[] persons,
            int[] firstRows,
            int nearest,
            SimilaritySearch.Factory searches) {
        SiteResemblance site = SiteMeasurement.of(rows, dimension, firstRows);
        return new TemplateIndex(
                searches.over(rows, dimension),
                dimension,
                persons,
                firstRows,
                nearest,
                site,
                SiteCentring.of(rows, dimension, firstRows, site));
    }

    boolean isPrepared() {
        return search.isPrepared();
    }

    /** Makes searches faster, not other. */
    void prepare() {
        search.prepare();
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
        ProbeScores scores = scores(probe, length, true);
        BestPersons best = best(scores, 2);
        return new Identification(
                best.size() < 1 ? null : candidate(best.person(0), best.score(0)),
                best.size() < 2 ? null : candidate(best.person(1), best.score(1)),
                persons(),
                rows(),
                best.size() < 1 ? 0 : Math.clamp(scores.cosine(best.person(0)), -1.0, 1.0),
                site);
    }

    /** The best persons in falling order of score. @throws IllegalArgumentException if another model made the probe */
    List<Candidate> nearest(Embedding probe, int count) {
        return ranked(scores(probe, 1, true), count);
    }

    /** The best persons in falling order of plain cosine. @throws IllegalArgumentException if another model made the probe */
    List<Candidate> nearestByCosine(Embedding probe, int count) {
        return ranked(scores(probe, 1, false), count);
    }

    /** The score of one person, empty without a row. @throws IllegalArgumentException if another model made the probe */
    OptionalDouble score(PersonId person, Embedding probe) {
        return one(person, scores(probe, 1, true));
    }

    /** The plain cosine of one person, empty without a row. @throws IllegalArgumentException if another model made the probe */
    OptionalDouble cosine(PersonId person, Embedding probe) {
        return one(person, scores(probe, 1, false));
    }

    private OptionalDouble one(PersonId person, ProbeScores scores) {
        int index = Arrays.binarySearch(persons, person.value());
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(scores.exact(index), -1.0, 1.0));
    }

    private List<Candidate> ranked(ProbeScores scores, int count) {
        BestPersons best = best(scores, count);
        return IntStream.range(0, best.size())
                .mapToObj(place -> candidate(best.person(place), best.score(place)))
                .toList();
    }

    /**
     * Estimates all, scores the {@code count} with the best estimates, and then only those who could be better than the last of these. Whoever is left out scores
     * below {@code count} others, so the answer is that of scoring all; equal scores stay in the order of the ids.
     */
    private BestPersons best(ProbeScores scores, int count) {
        scores.estimate();
        int wanted = Math.min(count, persons.length);
        BestPersons best = new BestPersons(wanted);
        if (wanted == 0) {
            return best;
        }
        double least = Double.NEGATIVE_INFINITY;
        if (!scores.estimatesAreExact() && wanted < persons.length) {
            BestPersons estimated = new BestPersons(wanted);
            for (int person = 0; person < persons.length; person++) {
                estimated.offer(person, scores.estimated(person));
            }
            least = Double.POSITIVE_INFINITY;
            for (int place = 0; place < estimated.size(); place++) {
                least = Math.min(least, scores.exact(estimated.person(place)));
            }
        }
        for (int person = 0; person < persons.length; person++) {
            if (scores.mayReach(person, least)) {
                best.offer(person, scores.exact(person));
            }
        }
        return best;
    }

    private ProbeScores scores(Embedding probe, double length, boolean centred) {
        if (persons.length > 0 && probe.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "a probe of " + probe.dimension() + " values does not compare with templates of " + dimension);
        }
        return new ProbeScores(
                search, firstRows, nearest, centred ? centring : SiteCentring.NONE, probe.values(), length);
    }

    private Candidate candidate(int person, double score) {
        return new Candidate(new PersonId(persons[person]), Math.clamp(score, -1.0, 1.0));
    }
}
