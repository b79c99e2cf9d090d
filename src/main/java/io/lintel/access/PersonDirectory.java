package io.lintel.access;

import io.lintel.gallery.PersonId;
import org.jspecify.annotations.Nullable;

/** Tells when somebody enrolled may enter. Thread-safe; sees a change at once; does not block. */
@FunctionalInterface
public interface PersonDirectory {

    /** @return null when there is no such person (any more) */
    @Nullable
    PersonAccess access(PersonId person);
}
