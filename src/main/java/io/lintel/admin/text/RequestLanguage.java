package io.lintel.admin.text;

import io.lintel.wiring.ImmediateSettings;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of the present request: the one chosen on a page, which a cookie keeps; else what the browser asks for; else the door
 * screen's.
 */
@Singleton
public class RequestLanguage {

    private static final String COOKIE = "lintel_language";
    private static final String KNOWN = RequestLanguage.class.getName();

    /** Browsers keep no cookie for longer (RFC 6265bis). */
    private static final Duration KEPT = Duration.ofDays(400);

    private final CurrentVertxRequest current;
    private final ImmediateSettings settings;

    RequestLanguage(CurrentVertxRequest current, ImmediateSettings settings) {
        this.current = current;
        this.settings = settings;
    }

    /** English outside of requests. To be asked on the request's own thread. */
    public Language get() {
        RoutingContext request = request();
        if (request == null) {
            return Languages.english();
        }
        Language known = request.get(KNOWN);
        if (known == null) {
            known = find(request);
            request.put(KNOWN, known);
        }
        return known;
    }

    /** The page's address, to come back to after the language was switched; the start page after a form. */
    public String path() {
        RoutingContext request = request();
        return request == null || !request.request().method().name().equals("GET")
                ? "/admin"
                : request.request().uri();
    }

    /** Keeps the choice for this browser. */
    public void choose(Language language) {
        current.getCurrent()
                .response()
                .addCookie(Cookie.cookie(COOKIE, language.code())
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(current.getCurrent().request().isSSL())
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(KEPT.toSeconds()));
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }

    private Language find(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(COOKIE))
                .flatMap(cookie -> Languages.of(cookie.getValue()))
                .or(() -> Optional.ofNullable(request.request().getHeader("Accept-Language"))
                        .flatMap(Languages::asked))
                .or(() -> Languages.of(settings.now().doorScreen().language().strip()))
                .orElse(Languages.english());
    }
}
