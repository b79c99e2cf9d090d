package io.lintel.gallery;

/**
 * A person who was removed with all their templates.
 *
 * @param traceless true when the templates are gone from the write-ahead log as well; otherwise a reader was in the way, and
 *     they go with the next checkpoint
 */
public record PersonRemoval(Person person, int templates, boolean traceless) {}
