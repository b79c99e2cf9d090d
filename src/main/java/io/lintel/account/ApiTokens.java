package io.lintel.account;

import io.lintel.account.AccountEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokens that programs send as {@code Authorization: Bearer …}. Thread-safe. */
public final class ApiTokens {

    /** How every token begins, so that it is recognised where it should not be. */
    public static final String PREFIX = "lintel_";

    /** How long a token lasts where nobody says otherwise. */
    public static final int USUAL_DAYS = 365;

    public static final int LONGEST_DAYS = 3650;

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+-]{0,63}");

    /** A new token with its secret, which is not to be had a second time. */
    public record Created(SecretToken secret, ApiToken token) {}

    private final ApiTokenStore store;
    private final AccountListener listener;
    private final Clock clock;

    public ApiTokens(ApiTokenStore store, AccountListener listener, Clock clock) {
        this.store = store;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * @param account that it belongs to, and ends with
     * @param days until it ends, 1 to {@link #LONGEST_DAYS}
     * @throws AccountException if the name is taken or not one
     */
    public Created create(String name, Role role, long account, int days, Actor actor) {
        String trimmed = name.strip();
        if (!NAME.matcher(trimmed).matches()) {
            throw new AccountException(
                    "This cannot be a token's name", "use 1 to 64 letters, digits, spaces and . _ - @ +");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new AccountException(
                    "A token cannot end after " + days + " days", "choose 1 to " + LONGEST_DAYS + " days");
        }
        SecretToken secret = SecretToken.random(PREFIX);
        Instant now = clock.instant();
        ApiToken token = store.add(
                trimmed, role, secret.fingerprint(), account, actor.name(), now, now.plus(Duration.ofDays(days)));
        listener.on(new AccountEvent(Kind.TOKEN_CREATED, actor, token.name(), role.name()));
        return new Created(secret, token);
    }

    /** The token in force with this secret. Counts as use. */
    public Optional<ApiToken> find(SecretToken secret) {
        Instant now = clock.instant();
        Optional<ApiToken> found = store.find(secret.fingerprint(), now);
        found.filter(token -> isTouchDue(token, now)).ifPresent(token -> store.touch(token.id(), now));
        return found;
    }

    /** Whether a token that was in force still is, with the same role. */
    public boolean isInForce(ApiToken token) {
        return store.find(token.id(), clock.instant())
                .filter(now -> now.role() == token.role())
                .isPresent();
    }

    /** The account is removed: its tokens have ended with it, and the log says which. */
    void revokeOrphans(Actor actor) {
        store.revokeOrphans(clock.instant())
                .forEach(name ->
                        listener.on(new AccountEvent(Kind.TOKEN_REVOKED, actor, name, "its account is removed")));
    }

    /** Those that are not revoked, by name; also those that have ended, or whose account is disabled. */
    public List<ApiToken> list() {
        return store.list();
    }

    public void revoke(long id, Actor actor) {
        store.revoke(id, clock.instant())
                .ifPresent(token -> listener.on(new AccountEvent(
                        Kind.TOKEN_REVOKED, actor, token.name(), token.role().name())));
    }

    private static boolean isTouchDue(ApiToken token, Instant now) {
        Instant lastUsed = token.lastUsed();
        return lastUsed == null || !now.isBefore(lastUsed.plus(TOUCH_EVERY));
    }
}
