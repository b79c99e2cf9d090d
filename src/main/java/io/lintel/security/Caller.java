package io.lintel.security;

import io.lintel.account.Account;
import io.lintel.account.Actor;
import io.lintel.account.Role;
import io.lintel.account.Session;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
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

    public String address() {
        SocketAddress address = request().request().remoteAddress();
        return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
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

    /** Takes the session's cookie back. */
    public void close() {
        SessionCookies.close(request());
    }

    private RoutingContext request() {
        return current.getCurrent();
    }
}
