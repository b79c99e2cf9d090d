package io.lintel.wiring;

import io.lintel.access.PersonAccess;
import io.lintel.access.PersonDirectory;
import io.lintel.access.schedule.Validity;
import io.lintel.access.schedule.WeeklySchedule;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gallery knows about a person, as the policy wants it. */
final class PersonAccesses implements PersonDirectory {

    private final Gallery gallery;

    PersonAccesses(Gallery gallery) {
        this.gallery = gallery;
    }

    @Override
    public @Nullable PersonAccess access(PersonId id) {
        return gallery.person(id).map(PersonAccesses::of).orElse(null);
    }

    private static PersonAccess of(Person person) {
        return new PersonAccess(
                person.id(),
                person.enabled(),
                new Validity(person.validity().from(), person.validity().until()),
                List.of(WeeklySchedule.ALWAYS));
    }
}
