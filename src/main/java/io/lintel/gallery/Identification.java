package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * The answer of the whole gallery to one probe.
 *
 * @param best the person with the highest score; null when the gallery is empty
 * @param runnerUp the best other person; null when there is none
 * @param persons how many persons were searched
 * @param templates how many vectors the probe was compared with, the N of 1:N: one a person where a person's score is the
 *     cosine to his mean, else one a template
 */
public record Identification(
        @Nullable Candidate best, @Nullable Candidate runnerUp, int persons, int templates) {}
