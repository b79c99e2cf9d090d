package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param templates how many he has, of whatever model
 * @param portrait the template whose portrait stands for him; null when there is none
 */
public record PersonSummary(
        Person person, int templates, @Nullable Long portrait) {}
