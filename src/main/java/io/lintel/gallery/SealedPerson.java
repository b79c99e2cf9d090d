package io.lintel.gallery;

import io.lintel.crypto.FieldCipher;

/**
 * A person whose seal has opened.
 *
 * @param cipher seals and opens what belongs to them
 */
record SealedPerson(Person person, PersonSecret secret, FieldCipher cipher) {

    SealedPerson with(Person changed) {
        return new SealedPerson(changed, secret.with(changed), cipher);
    }

    SealedPerson with(PersonSecret changed) {
        return new SealedPerson(person, changed, cipher);
    }
}
