package io.lintel.gallery;

/** How many people there are, and of each status. */
public record PeopleCount(int all, int active, int disabled, int notYetValid, int expired) {}
