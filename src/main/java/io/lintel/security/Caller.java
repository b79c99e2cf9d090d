package io.lintel.security;

import io.lintel.account.Account;
import io.lintel.account.Actor;
import io.lintel.account.Role;
import io.lintel.account.SecretToken;
import io.lintel.account.Session;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/** Who makes the present request. To be asked on the request's own thread, before any stream begins. */
@RequestScoped
public class Caller {

    private static final int LONGEST_BROWSER = 200;

    private final CurrentVertxRequest current;

    Caller(CurrentVertxRequest current) {
        this.current = current;
    }

    public Credential credential() {
        return Authentication.credential(request());
    }

    /** For the audit log: the account's or token's name (tokens as {@code token:NAME}) and the address. */
    public Actor actor() {
        return switch (credential()) {
            case Credential.Anonymous nobody -> Actor.visitor(address());
            case Credential.Browser browser ->
                new Actor(browser.session().account().name().value(), address());
            case Credential.Program program ->
                new Actor("token:" + program.token().name(), address());
        };
    }

    /** Empty for nobody. */
    public Optional<Role> role() {
        return switch (credential()) {
            case Credential.Anonymous nobody -> Optional.empty();
            case Credential.Browser browser ->
                Optional.of(browser.session().account().role());
            case Credential.Program program -> Optional.of(program.token().role());
        };
    }

    /** Whether the caller has one of these roles: for what a page shows; routes say it with {@code @RolesAllowed}. */
    public boolean isOneOf(Role... roles) {
        return role().filter(Set.of(roles)::contains).isPresent();
    }

    /** The signed-in person's session; empty for programs. */
    public Optional<Session> session() {
        return credential() instanceof Credential.Browser browser ? Optional.of(browser.session()) : Optional.empty();
    }

    public Optional<Account> account() {
        return session().map(Session::account);
    }

    /** What a form must send back; for a visitor's first form, a cookie is set along with it. */
    public String csrf() {
        Credential credential = credential();
        if (credential instanceof Credential.Anonymous nobody && nobody.csrf().isEmpty()) {
            String csrf = CsrfToken.of(SessionCookies.greet(request()));
            Authentication.remember(request(), new Credential.Anonymous(csrf, nobody.why()));
            return csrf;
        }
        return credential.csrf();
    }

    /** Of the sender, also behind a trusted proxy; "unknown" where there is none. */
    public String address() {
        return RequestOrigin.of(request()).address();
    }

    /** The User-Agent, shortened. */
    public String browser() {
        String agent = request().request().getHeader("User-Agent");
        String known = agent == null ? "" : agent;
        return known.length() > LONGEST_BROWSER ? known.substring(0, LONGEST_BROWSER) : known;
    }

    /** Hands the cookie of a new session to the browser. */
    public void open(String secret) {
        SessionCookies.open(request(), secret);
    }

    /** By which this browser is known from an earlier login. */
    public Optional<SecretToken> knownBrowser() {
        return SessionCookies.browser(request()).map(SecretToken::new);
    }

    /** It has signed in: it is known from now on. */
    public void keepBrowser(SecretToken secret) {
        SessionCookies.keepBrowser(request(), secret.value());
    }

    /** The number of the account that acts, by itself or by its token. @throws HttpProblem for nobody */
    public long owner() {
        return switch (credential()) {
            case Credential.Anonymous nobody ->
                throw new HttpProblem(401, "You are not signed in", "sign in, then try again");
            case Credential.Browser browser -> browser.session().account().id();
            case Credential.Program program -> program.token().account();
        };
    }

    /** Takes the session's cookie back. */
    public void close() {
        SessionCookies.close(request());
    }

    private RoutingContext request() {
        return current.getCurrent();
    }
}
