package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to be enrolled.
 *
 * @param note anything; at most 2000 characters
 * @param consent null when none is recorded
 */
public record PersonDraft(
        PersonName name,
        String note,
        ValiditySpan validity,
        @Nullable Consent consent) {

    public PersonDraft {
        note = Person.checkedNote(note);
    }

    public static PersonDraft named(String name) {
        return new PersonDraft(new PersonName(name), "", ValiditySpan.UNLIMITED, null);
    }

    public PersonDraft withNote(String text) {
        return new PersonDraft(name, text, validity, consent);
    }

    public PersonDraft withValidity(ValiditySpan span) {
        return new PersonDraft(name, note, span, consent);
    }

    public PersonDraft withConsent(Consent given) {
        return new PersonDraft(name, note, validity, given);
    }
}
