package io.lintel.security;

import io.lintel.account.Account;
import io.lintel.account.ApiTokens;
import io.lintel.account.Session;
import io.lintel.account.Sessions;
import io.lintel.system.LintelException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends a stream with what it was opened by: a session that ends, an account that is disabled or gets another role, a token that is revoked.
 * Thread-safe.
 */
@Singleton
public class StreamPasses {

    /** How long somebody who was shut out may still see something. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final ApiTokens tokens;

    StreamPasses(Sessions sessions, ApiTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /**
     * The same stream, as long as the caller may see it.
     *
     * @param credential of the request that opens it
     */
    public <T> Multi<T> whileInForce(Credential credential, Multi<T> stream) {
        Multi<Optional<T>> end = Multi.createFrom()
                .ticks()
                .every(ASK_AGAIN)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .filter(tick -> !isInForce(credential))
                .map(tick -> Optional.empty());
        return Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(stream.map(Optional::of), end)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    boolean isInForce(Credential credential) {
        try {
            return switch (credential) {
                case Credential.Anonymous nobody -> false;
                case Credential.Browser browser ->
                    sessions.list().stream().anyMatch(session -> isSame(session, browser.session()));
                case Credential.Program program -> tokens.isInForce(program.token());
            };
        } catch (LintelException e) {
            // The database is away: the page says so, and each stream ends after some minutes anyway.
            return true;
        }
    }

    private static boolean isSame(Session now, Session then) {
        Account account = now.account();
        return now.id() == then.id()
                && account.role() == then.account().role()
                && account.mustChangePassword() == then.account().mustChangePassword();
    }
}
