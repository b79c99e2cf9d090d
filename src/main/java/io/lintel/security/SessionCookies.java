package io.lintel.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The cookies: the session's, a visitor's for the forms before the login, a door screen's, and that of a browser that has signed in. Over TLS they carry the {@code __Host-}
 * prefix, which no other site of the domain can set.
 */
final class SessionCookies {

    private static final String SESSION = "lintel_session";
    private static final String VISITOR = "lintel_visitor";
    private static final String SCREEN = "lintel_screen";
    private static final String BROWSER = "lintel_browser";

    /** Browsers keep no cookie for longer than 400 days (RFC 6265bis); a screen's is set anew with each load of its page, a browser's with each login. */
    private static final long LASTS_SECONDS = 400L * 24 * 3600;

    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookies() {}

    static Optional<String> session(RoutingContext request) {
        return read(request, SESSION);
    }

    static Optional<String> visitor(RoutingContext request) {
        return read(request, VISITOR);
    }

    /** Gives a visitor a secret of their own, and returns it. */
    static String greet(RoutingContext request) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        set(request, VISITOR, secret);
        return secret;
    }

    static void open(RoutingContext request, String secret) {
        set(request, SESSION, secret);
    }

    static void close(RoutingContext request) {
        add(request, cookie(request, SESSION, "").setMaxAge(0));
    }

    static Optional<String> screen(RoutingContext request) {
        return read(request, SCREEN);
    }

    static void keepScreen(RoutingContext request, String secret) {
        add(request, cookie(request, SCREEN, secret).setMaxAge(LASTS_SECONDS));
    }

    static Optional<String> browser(RoutingContext request) {
        return read(request, BROWSER);
    }

    static void keepBrowser(RoutingContext request, String secret) {
        add(request, cookie(request, BROWSER, secret).setMaxAge(LASTS_SECONDS));
    }

    private static Optional<String> read(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getCookie(name(request, name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    private static void set(RoutingContext request, String name, String value) {
        add(request, cookie(request, name, value));
    }

    private static void add(RoutingContext request, Cookie cookie) {
        request.response().addCookie(cookie);
    }

    private static Cookie cookie(RoutingContext request, String name, String value) {
        return Cookie.cookie(name(request, name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(RequestOrigin.of(request).https())
                .setSameSite(CookieSameSite.STRICT);
    }

    private static String name(RoutingContext request, String name) {
        return RequestOrigin.of(request).https() ? "__Host-" + name : name;
    }
}
