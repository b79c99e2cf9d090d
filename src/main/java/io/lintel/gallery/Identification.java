package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * The answer of the whole gallery to one probe.
 *
 * @param best the person with the highest score; null when the gallery is empty
 * @param runnerUp the best other person; null when there is none
 * @param persons how many persons were searched
 * @param templates how many vectors the probe was compared with, the N of 1:N: one a person where a person's score is the
 *     cosine to the mean, else one a template
 * @param bestCosine plain cosine of the best person, of which the score leaves out what everybody here has in common; the score itself where nothing
 *     is left out; 0 when the gallery is empty
 * @param site how much the enrolled people resemble each other
 */
public record Identification(
        @Nullable Candidate best,
        @Nullable Candidate runnerUp,
        int persons,
        int templates,
        double bestCosine,
        SiteResemblance site) {

    /** One whose scores are plain cosines, of a site of which nothing is known. */
    public Identification(@Nullable Candidate best, @Nullable Candidate runnerUp, int persons, int templates) {
        this(best, runnerUp, persons, templates, best == null ? 0 : best.score(), SiteResemblance.unknown(persons));
    }

    /** The same with all scores multiplied. */
    Identification scaled(double factor) {
        return new Identification(
                scaled(best, factor), scaled(runnerUp, factor), persons, templates, bestCosine * factor, site);
    }

    private static @Nullable Candidate scaled(@Nullable Candidate candidate, double factor) {
        return candidate == null ? null : new Candidate(candidate.person(), candidate.score() * factor);
    }
}
