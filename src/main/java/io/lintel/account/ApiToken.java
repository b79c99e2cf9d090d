package io.lintel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that may use the API.
 *
 * @param createdBy the account's name at that time
 * @param lastUsed up to a minute behind; null when never
 */
public record ApiToken(
        long id,
        String name,
        Role role,
        String createdBy,
        Instant created,
        @Nullable Instant lastUsed) {}
