package io.lintel.api;

import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.ValiditySpan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to change about a person; null leaves it as it is, an empty text takes it away. */
@RegisterForReflection
public record PersonPatch(
        @Nullable String name,
        @Nullable String note,
        @Nullable Boolean enabled,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String consentPurpose,
        @Nullable Integer keepDays) {

    Person applied(Person person) {
        Person after = name == null ? person : person.withName(new PersonName(name));
        after = note == null ? after : after.withNote(note);
        after = enabled == null ? after : after.withEnabled(enabled);
        if (validFrom != null || validUntil != null) {
            ValiditySpan before = person.validity();
            after = after.withValidity(new ValiditySpan(
                    validFrom == null ? before.from() : Parameters.time("validFrom", validFrom),
                    validUntil == null ? before.until() : Parameters.time("validUntil", validUntil)));
        }
        return consentPurpose == null && keepDays == null ? after : after.withConsent(consent(person.consent()));
    }

    private @Nullable Consent consent(@Nullable Consent before) {
        String purpose = consentPurpose != null ? consentPurpose : before == null ? "" : before.purpose();
        if (purpose.isBlank()) {
            return null;
        }
        int days = keepDays != null ? keepDays : before == null ? Consent.LONGEST_KEEP_DAYS : before.keepDays();
        return new Consent(before == null ? Instant.now() : before.given(), purpose, days);
    }
}
