package io.lintel.gallery.enrolment;

import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;

/** Whom a guided enrolment is about. */
public sealed interface GuidedSubject {

    /** @param allowLookAlike an operator has confirmed that this is nobody of those enrolled */
    record NewPerson(PersonDraft draft, boolean allowLookAlike) implements GuidedSubject {}

    /** More shots of somebody enrolled. */
    record Existing(PersonId person, boolean allowLookAlike) implements GuidedSubject {}

    boolean allowLookAlike();

    /** The same subject, whoever they look like. */
    default GuidedSubject allowingLookAlike() {
        return switch (this) {
            case NewPerson(PersonDraft draft, boolean allowed) -> new NewPerson(draft, true);
            case Existing(PersonId person, boolean allowed) -> new Existing(person, true);
        };
    }
}
