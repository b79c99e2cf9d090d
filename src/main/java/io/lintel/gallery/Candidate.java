package io.lintel.gallery;

/**
 * One person as the answer to a probe.
 *
 * @param score cosine similarity, -1 to 1
 */
public record Candidate(PersonId person, double score) {}
