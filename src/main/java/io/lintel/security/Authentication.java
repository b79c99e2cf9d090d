package io.lintel.security;

import io.lintel.account.ApiToken;
import io.lintel.account.ApiTokens;
import io.lintel.account.Role;
import io.lintel.account.SecretToken;
import io.lintel.account.Session;
import io.lintel.account.Sessions;
import io.lintel.system.LintelException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds out who makes a request: a browser by its session cookie, a program by its API token. A credential that is not valid makes
 * nobody, and each route says whom it lets in. Thread-safe.
 */
@Singleton
class Authentication implements HttpAuthenticationMechanism {

    private static final String CREDENTIAL = "io.lintel.credential";
    private static final String BEARER = "Bearer ";
    private static final String UNKNOWN_TOKEN = "This API token is not known, or was revoked";

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final BlockingSecurityExecutor executor;

    Authentication(Sessions sessions, ApiTokens tokens, BlockingSecurityExecutor executor) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.executor = executor;
    }

    /** What this request has shown. */
    static Credential credential(RoutingContext request) {
        Credential credential = request.get(CREDENTIAL);
        return credential == null ? new Credential.Anonymous("", "") : credential;
    }

    static void remember(RoutingContext request, Credential credential) {
        request.put(CREDENTIAL, credential);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Optional<String> bearer = bearer(request);
        Optional<String> cookie = SessionCookies.session(request);
        if (bearer.isEmpty() && cookie.isEmpty() || isPublic(request.normalizedPath())) {
            return Uni.createFrom().item(() -> nobody(request, ""));
        }
        return executor.executeBlocking(
                () -> bearer.isPresent() ? program(request, bearer.get()) : browser(request, cookie.orElseThrow()));
    }

    /** Where who asks makes no difference, and a look into the database would be wasted. */
    static boolean isPublic(String path) {
        return path.startsWith("/assets/") || path.equals("/door") || path.startsWith("/door/");
    }

    private SecurityIdentity browser(RoutingContext request, String cookie) {
        try {
            Optional<Session> session = sessions.find(new SecretToken(cookie));
            if (session.isEmpty()) {
                return nobody(request, "");
            }
            remember(request, new Credential.Browser(session.get(), CsrfToken.of(cookie)));
            // Until a password that somebody else has set is changed, nothing else is allowed: no role.
            boolean restricted = session.get().account().mustChangePassword();
            return identity(
                    session.get().account().name().value(),
                    restricted
                            ? Optional.empty()
                            : Optional.of(session.get().account().role()));
        } catch (LintelException e) {
            return nobody(request, e.getMessage() + ": " + e.remedy());
        }
    }

    private SecurityIdentity program(RoutingContext request, String secret) {
        try {
            Optional<ApiToken> token =
                    secret.startsWith(ApiTokens.PREFIX) ? tokens.find(new SecretToken(secret)) : Optional.empty();
            if (token.isEmpty()) {
                return nobody(request, UNKNOWN_TOKEN);
            }
            remember(request, new Credential.Program(token.get()));
            return identity(token.get().name(), Optional.of(token.get().role()));
        } catch (LintelException e) {
            return nobody(request, e.getMessage() + ": " + e.remedy());
        }
    }

    private static SecurityIdentity identity(String name, Optional<Role> role) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name));
        role.ifPresent(held -> identity.addRole(held.name()));
        return identity.build();
    }

    @SuppressWarnings("NullAway") // Quarkus takes null for "nobody"
    private static SecurityIdentity nobody(RoutingContext request, String why) {
        String csrf = SessionCookies.visitor(request).map(CsrfToken::of).orElse("");
        remember(request, new Credential.Anonymous(csrf, why));
        return null;
    }

    private static Optional<String> bearer(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    /** For routes outside of JAX-RS; those inside have {@link ExceptionMappers}. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer");
        return Uni.createFrom().item(true);
    }
}
