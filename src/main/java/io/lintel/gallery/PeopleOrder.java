package io.lintel.gallery;

/** How a list of people is sorted; who is equal, by name. */
public enum PeopleOrder {
    NAME,
    /** Whose validity ends first; who has no end, last. */
    VALID_UNTIL,
    /** Who was let in last; who never was, last. */
    LAST_VISIT
}
