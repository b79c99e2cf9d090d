package io.lintel.access;

import io.lintel.gallery.PersonId;

/** Where a visit stands. Only the {@link Visit} moves between them. */
sealed interface VisitState {

    /** Looking for evidence. */
    record Collecting() implements VisitState {}

    /** Let in; nothing more to decide for a while. */
    record Settled(PersonId person, long sinceNanos) implements VisitState {}

    /**
     * Turned away; nothing is decided before the time is over.
     *
     * @param shown what the person sees meanwhile
     * @param quiet whether nothing was said, because nobody stood at the door; coming near ends the wait
     */
    record Waiting(Observation shown, long untilNanos, boolean quiet) implements VisitState {}
}
