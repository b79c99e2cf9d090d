package io.lintel.gallery;

/** A person in a list. @param templates how many he has, of whatever model */
public record PersonSummary(Person person, int templates) {}
