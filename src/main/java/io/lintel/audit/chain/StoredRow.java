package io.lintel.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * A row exactly as the database holds it: each value is null, a {@code Long}, a {@code String}, a {@code Double} or a
 * {@code byte[]}, whatever its column should hold.
 *
 * @param at milliseconds since 1970, UTC
 */
public record StoredRow(
        long seq,
        @Nullable Object at,
        @Nullable Object kind,
        @Nullable Object reason,
        @Nullable Object person,
        @Nullable Object actor,
        @Nullable Object details) {

    /** What is there instead of an erased actor. */
    public static final String ERASED_ACTOR = "erased";

    /** What is there instead of erased details. */
    public static final String ERASED_DETAILS = "{}";

    @Nullable
    Object personal(PersonalField field) {
        return switch (field) {
            case PERSON -> person;
            case ACTOR -> actor;
            case DETAILS -> details;
        };
    }
}
