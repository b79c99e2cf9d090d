package io.lintel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.gallery.Consent;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonStatus;
import io.lintel.json.PersonJson;
import java.util.Locale;

/** A person as the commands show one. */
final class PersonText {

    private PersonText() {}

    /** As the REST API shows one, with the consent's parts also by the names that they have had here before. */
    static ObjectNode json(Person person, int templates) {
        Consent consent = person.consent();
        return Console.json(PersonJson.of(person, templates))
                .put("consentGiven", consent == null ? null : consent.given().toString())
                .put("consentPurpose", consent == null ? null : consent.purpose());
    }

    static String word(PersonStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
