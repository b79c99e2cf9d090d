package io.lintel.access;

import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** What the evidence of a track amounts to by now. */
sealed interface Verdict {

    /** More looks are needed. */
    record Undecided() implements Verdict {}

    record Admit(Recognised who) implements Verdict {}

    /** Recognised, but is to follow an instruction before anything is decided. */
    record RequireChallenge(Recognised who) implements Verdict {}

    /** May enter once the PIN is there; of several who look alike it also tells who it is. */
    record AskPin(Recognised who) implements Verdict {}

    /** @param earlier wait that goes on; null where none does */
    record Refuse(
            DenialReason reason,
            @Nullable PersonId person,
            String detail,
            @Nullable Wait earlier) implements Verdict {

        Refuse(DenialReason reason, @Nullable PersonId person, String detail) {
            this(reason, person, detail, null);
        }
    }

    /** Nobody enrolled, and not standing at the door: nothing to say, but the look counts as a try. */
    record Ignore() implements Verdict {}
}
