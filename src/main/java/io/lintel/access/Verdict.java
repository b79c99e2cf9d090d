package io.lintel.access;

import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** What the evidence of a track amounts to by now. */
sealed interface Verdict {

    /** More looks are needed. */
    record Undecided() implements Verdict {}

    record Admit(PersonId person) implements Verdict {}

    /** Recognised, but is to follow an instruction before anything is decided. */
    record AskToMove(PersonId person) implements Verdict {}

    /** May enter once the PIN is there. */
    record AskPin(PersonId person) implements Verdict {}

    record Refuse(DenialReason reason, @Nullable PersonId person, String detail) implements Verdict {}

    /** Nobody enrolled, and not standing at the door: nothing to say, but the look counts as a try. */
    record Ignore() implements Verdict {}
}
