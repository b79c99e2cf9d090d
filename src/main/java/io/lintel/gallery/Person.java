package io.lintel.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is enrolled. Immutable.
 *
 * @param consent null when none is recorded
 */
public record Person(
        PersonId id,
        PersonName name,
        String note,
        boolean enabled,
        ValiditySpan validity,
        Instant created,
        @Nullable Consent consent) {

    private static final int LONGEST_NOTE = 2000;

    public Person {
        note = checkedNote(note);
    }

    public PersonStatus status(Instant now) {
        if (!enabled) {
            return PersonStatus.DISABLED;
        }
        if (!validity.hasBegun(now)) {
            return PersonStatus.NOT_YET_VALID;
        }
        return validity.hasEnded(now) ? PersonStatus.EXPIRED : PersonStatus.ACTIVE;
    }

    public Person withName(PersonName other) {
        return new Person(id, other, note, enabled, validity, created, consent);
    }

    public Person withNote(String text) {
        return new Person(id, name, text, enabled, validity, created, consent);
    }

    public Person withEnabled(boolean on) {
        return new Person(id, name, note, on, validity, created, consent);
    }

    public Person withValidity(ValiditySpan span) {
        return new Person(id, name, note, enabled, span, created, consent);
    }

    public Person withConsent(@Nullable Consent given) {
        return new Person(id, name, note, enabled, validity, created, given);
    }

    static String checkedNote(String note) {
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new GalleryException("A note has at most " + LONGEST_NOTE + " characters", "shorten it");
        }
        return note.strip();
    }
}
