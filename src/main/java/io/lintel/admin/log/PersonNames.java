package io.lintel.admin.log;

import io.lintel.gallery.PersonId;
import io.lintel.system.LintelException;
import io.lintel.wiring.House;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The log keeps numbers of people; their names are looked up as long as they are enrolled. */
@Singleton
public class PersonNames {

    private final House house;

    PersonNames(House house) {
        this.house = house;
    }

    /** Null for nobody, and for somebody who has been removed. */
    public @Nullable String known(@Nullable Long person) {
        if (person == null) {
            return null;
        }
        try {
            return house.gallery()
                    .person(new PersonId(person))
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
