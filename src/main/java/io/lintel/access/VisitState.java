package io.lintel.access;

import io.lintel.access.challenge.Challenge;
import io.lintel.access.pin.PinRequest;
import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** Where a visit stands. Only the {@link Visit} moves between them. */
sealed interface VisitState {

    /** Looking for evidence. */
    record Collecting() implements VisitState {}

    /**
     * Following instructions.
     *
     * @param passedNanos since when all were followed; 0 while they are not
     */
    record Challenged(PersonId person, Challenge challenge, long passedNanos) implements VisitState {}

    /**
     * Waiting for the PIN.
     *
     * @param request null while the pad is taken by somebody else
     * @param sinceNanos since when this lasts
     * @param rightNanos since when the PIN is right; 0 while it is not
     */
    record AtPinPad(PersonId person, @Nullable PinRequest request, long sinceNanos, long rightNanos)
            implements VisitState {}

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
