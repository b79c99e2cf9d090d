package io.lintel.gallery;

import org.jspecify.annotations.Nullable;

/**
 * A person as lists show them.
 *
 * @param opened null when the seal does not open; {@code person} only stands for them then
 * @param searchKey of the name
 */
record ListedPerson(Person person, @Nullable SealedPerson opened, String searchKey) {

    static ListedPerson of(SealedPerson opened) {
        return new ListedPerson(opened.person(), opened, opened.person().name().searchKey());
    }

    static ListedPerson unreadable(PersonColumns row) {
        Person stand = row.unreadable();
        return new ListedPerson(stand, null, stand.name().searchKey());
    }
}
