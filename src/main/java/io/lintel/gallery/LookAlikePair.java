package io.lintel.gallery;

/**
 * Two enrolled people whom the door may be unable to tell apart.
 *
 * @param score cosine of the means of their templates
 */
public record LookAlikePair(PersonId one, PersonId other, double score) {}
