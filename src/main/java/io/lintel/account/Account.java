package io.lintel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param active false keeps the account but lets nobody in
 * @param mustChangePassword true after somebody else has set the password: only the change of it is allowed
 * @param lastLogin null when never
 */
public record Account(
        long id,
        UserName name,
        Role role,
        boolean active,
        boolean mustChangePassword,
        Instant created,
        Instant passwordChanged,
        @Nullable Instant lastLogin) {

    boolean isActiveAdmin() {
        return active && role == Role.ADMIN;
    }
}
