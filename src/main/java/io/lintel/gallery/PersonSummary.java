package io.lintel.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param templates how many there are, of whatever model
 * @param portrait the template whose portrait stands for the person; null when there is none
 * @param lastVisit when the person was last let in; null for never
 */
public record PersonSummary(
        Person person,
        int templates,
        @Nullable Long portrait,
        @Nullable Instant lastVisit) {}
