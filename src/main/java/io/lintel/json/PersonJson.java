package io.lintel.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonStatus;
import io.lintel.system.Kebab;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param status active, disabled, not-yet-valid or expired
 * @param validFrom inclusive; null is since always
 * @param validUntil exclusive; null is for ever
 * @param consent null when none is recorded
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonJson(
        long id,
        String name,
        String note,
        String status,
        boolean enabled,
        @Nullable String validFrom,
        @Nullable String validUntil,
        String created,
        @Nullable ConsentJson consent,
        int templates) {

    /** @param keepDays for so long after the last visit the data may be kept */
    @RegisterForReflection
    public record ConsentJson(String given, String purpose, int keepDays) {}

    public static PersonJson of(Person person, int templates) {
        Consent consent = person.consent();
        return new PersonJson(
                person.id().value(),
                person.name().value(),
                person.note(),
                word(person.status(Instant.now())),
                person.enabled(),
                text(person.validity().from()),
                text(person.validity().until()),
                person.created().toString(),
                consent == null
                        ? null
                        : new ConsentJson(consent.given().toString(), consent.purpose(), consent.keepDays()),
                templates);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    public static String word(PersonStatus status) {
        return Kebab.of(status);
    }
}
