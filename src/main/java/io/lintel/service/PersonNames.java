package io.lintel.service;

import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import org.jspecify.annotations.Nullable;

/** The log keeps numbers of people; their names are looked up as long as they are enrolled. Thread-safe. */
public final class PersonNames {

    private final Gallery gallery;

    public PersonNames(Gallery gallery) {
        this.gallery = gallery;
    }

    /** Null for nobody, and for somebody who has been removed. */
    public @Nullable String known(@Nullable Long person) {
        if (person == null) {
            return null;
        }
        try {
            return gallery.person(new PersonId(person))
                    .map(found -> found.name().toString())
                    .orElse(null);
        } catch (LintelException e) {
            // Without models there is no gallery; the log must be readable all the same.
            return null;
        }
    }

    /** Something to call a person by, whoever it is. */
    public String of(@Nullable Long person) {
        String name = known(person);
        return name != null ? name : person == null ? "somebody" : "person " + person;
    }
}
