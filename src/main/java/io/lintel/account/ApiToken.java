package io.lintel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that may use the API.
 *
 * @param role its own, or its account's where that is the weaker one now
 * @param createdBy the account's or token's name at that time
 * @param lastUsed up to a minute behind; null when never
 * @param account that it belongs to: it is refused while that is disabled, and ends with it
 * @param owner the account's name
 */
public record ApiToken(
        long id,
        String name,
        Role role,
        String createdBy,
        Instant created,
        @Nullable Instant lastUsed,
        long account,
        String owner,
        Instant expires) {}
