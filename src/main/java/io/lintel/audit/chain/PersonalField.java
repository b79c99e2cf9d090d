package io.lintel.audit.chain;

import org.jspecify.annotations.Nullable;

/** A field of a row that can be personal data and so can be erased. Its place is part of the chain's format. */
public enum PersonalField {
    PERSON(null),
    ACTOR(StoredRow.ERASED_ACTOR),
    DETAILS(StoredRow.ERASED_DETAILS);

    private final @Nullable String erased;

    PersonalField(@Nullable String erased) {
        this.erased = erased;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** What stands in the row after an erasure. */
    @Nullable
    String erased() {
        return erased;
    }
}
