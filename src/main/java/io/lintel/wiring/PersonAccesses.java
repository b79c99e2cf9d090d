package io.lintel.wiring;

import io.lintel.access.PersonAccess;
import io.lintel.access.PersonDirectory;
import io.lintel.access.schedule.Validity;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/** What gallery and timetable know about a person, as the policy wants it. */
final class PersonAccesses implements PersonDirectory {

    private final Gallery gallery;
    private final Timetable timetable;

    PersonAccesses(Gallery gallery, Timetable timetable) {
        this.gallery = gallery;
        this.timetable = timetable;
    }

    @Override
    public @Nullable PersonAccess access(PersonId id) {
        return gallery.person(id).map(this::of).orElse(null);
    }

    private PersonAccess of(Person person) {
        return new PersonAccess(
                person.id(),
                person.enabled(),
                new Validity(person.validity().from(), person.validity().until()),
                timetable.snapshot().rulesOf(person.id()));
    }
}
