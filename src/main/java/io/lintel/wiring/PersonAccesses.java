package io.lintel.wiring;

import io.lintel.access.PersonAccess;
import io.lintel.access.PersonDirectory;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.Schedules;
import org.jspecify.annotations.Nullable;

/** What gallery and schedules know about a person, as the access policy needs it. */
final class PersonAccesses implements PersonDirectory {

    private final Gallery gallery;
    private final Schedules schedules;

    PersonAccesses(Gallery gallery, Schedules schedules) {
        this.gallery = gallery;
        this.schedules = schedules;
    }

    @Override
    public @Nullable PersonAccess access(PersonId id) {
        return gallery.person(id).map(this::of).orElse(null);
    }

    private PersonAccess of(Person person) {
        return new PersonAccess(
                person.id(),
                person.enabled(),
                person.validity(),
                schedules.snapshot().rulesOf(person.id()));
    }
}
