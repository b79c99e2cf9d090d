package io.lintel.access;

import io.lintel.gallery.PersonId;
import java.util.Set;

/**
 * Whom a face was taken for. Immutable.
 *
 * @param person the best
 * @param all everybody whom it may be, with the best; several where they look so much alike that the looks do not tell them apart
 */
record Recognised(PersonId person, Set<PersonId> all) {

    Recognised {
        all = Set.copyOf(all);
    }

    static Recognised certainly(PersonId person) {
        return new Recognised(person, Set.of(person));
    }

    boolean isCertain() {
        return all.size() == 1;
    }

    /** Whether both may be the same person. */
    boolean overlaps(Recognised other) {
        return all.stream().anyMatch(other.all::contains);
    }
}
