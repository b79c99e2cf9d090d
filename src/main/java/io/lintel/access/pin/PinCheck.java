package io.lintel.access.pin;

import io.lintel.gallery.PersonId;

/** Compares a PIN with the stored one; slow on purpose. Thread-safe. */
@FunctionalInterface
public interface PinCheck {

    boolean matches(PersonId person, String pin);
}
