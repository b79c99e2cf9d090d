package io.lintel.admin.guard;

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

    public Pass pass() {
        return Gate.pass(request());
    }

    /** For the audit log: the account's or token's name (tokens as {@code token:NAME}) and the address. */
    public Actor actor() {
        return switch (pass()) {
            case Pass.Nobody nobody -> Actor.visitor(address());
            case Pass.Browser browser ->
                new Actor(browser.session().account().name().value(), address());
            case Pass.Program program -> new Actor("token:" + program.token().name(), address());
        };
    }

    /** Empty for nobody. */
    public Optional<Role> role() {
        return switch (pass()) {
            case Pass.Nobody nobody -> Optional.empty();
            case Pass.Browser browser -> Optional.of(browser.session().account().role());
            case Pass.Program program -> Optional.of(program.token().role());
        };
    }

    /** Whether the caller has one of these roles: for what a page shows; routes say it with {@code @RolesAllowed}. */
    public boolean isOneOf(Role... roles) {
        return role().filter(Set.of(roles)::contains).isPresent();
    }

    /** The signed-in person's session; empty for programs. */
    public Optional<Session> session() {
        return pass() instanceof Pass.Browser browser ? Optional.of(browser.session()) : Optional.empty();
    }

    public Optional<Account> account() {
        return session().map(Session::account);
    }

    /** What a form must send back; for a visitor's first form, a cookie is set along with it. */
    public String csrf() {
        Pass pass = pass();
        if (pass instanceof Pass.Nobody nobody && nobody.csrf().isEmpty()) {
            String csrf = CsrfToken.of(GateCookies.greet(request()));
            Gate.remember(request(), new Pass.Nobody(csrf, nobody.why()));
            return csrf;
        }
        return pass.csrf();
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
        GateCookies.open(request(), secret);
    }

    /** Takes the session's cookie back. */
    public void close() {
        GateCookies.close(request());
    }

    private RoutingContext request() {
        return current.getCurrent();
    }
}
