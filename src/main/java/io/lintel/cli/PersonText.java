package io.lintel.cli;

import java.time.Instant;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonStatus;
import java.util.Locale;
import java.util.Objects;

/** A person as the commands show one. */
final class PersonText {

    private PersonText() {}

    static ObjectNode json(Person person) {
        var consent = person.consent();
        return Console.object()
                .put("id", person.id().value())
                .put("name", person.name().value())
                .put("note", person.note())
                .put("status", word(person.status(Instant.now())))
                .put("enabled", person.enabled())
                .put("validFrom", Objects.toString(person.validity().from(), null))
                .put("validUntil", Objects.toString(person.validity().until(), null))
                .put("created", person.created().toString())
                .put("consentGiven", consent == null ? null : consent.given().toString())
                .put("consentPurpose", consent == null ? null : consent.purpose());
    }

    static String word(PersonStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
