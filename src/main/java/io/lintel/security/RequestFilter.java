package io.lintel.security;

import io.lintel.config.LintelConfig;
import io.lintel.config.TrustedProxies;
import io.lintel.config.tls.WebListener;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Applies to every request and every answer, whatever route it takes: security headers, https, and limits of size. */
@Singleton
class RequestFilter {

    /** No script, style or frame but our own files; pictures also from a file that was just chosen (blob). */
    private static final String POLICY = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final int FIRST = 1000;

    /** Of the 64 connections of this machine (0140) some stay for its own door screen, health and metrics. */
    private static final int PROXIED = 48;

    private static final int PROXIED_EACH = 20;

    private final LintelConfig config;
    private volatile Served served;
    private final RequestBodies bodies = new RequestBodies(RequestFilter::refuse);
    private final UploadPlaces uploads;
    private final TrustedProxies proxies;
    private final ProxiedClients clients = new ProxiedClients(PROXIED, PROXIED_EACH);

    RequestFilter(LintelConfig config) {
        this.config = config;
        this.proxies = TrustedProxies.of(config);
        this.served = Served.of(config);
        this.uploads = new UploadPlaces(config.data().folder(), RequestFilter::refuse);
    }

    /** The certificate, and the names that it adds to the box's own. */
    private record Served(WebListener listener, HostNames names) {

        static Served of(LintelConfig config) {
            WebListener listener = WebListener.atStart(config);
            return new Served(listener, HostNames.of(config, listener));
        }
    }

    /** A certificate can be replaced while the pages are served. */
    private Served served() {
        Served now = served;
        if (now.listener() != WebListener.atStart(config)) {
            now = Served.of(config);
            served = now;
        }
        return now;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        RequestOrigin origin;
        try {
            origin = RequestOrigin.find(request, proxies);
        } catch (ForwardedHeaders.Unclear e) {
            say(request, 400, e.getMessage() + ".\n");
            return;
        }
        if (!namesThisBox(request, origin)) {
            say(
                    request,
                    421,
                    "This box is not called so. What to do: use its own name or address, or add this name to "
                            + "lintel.web.host-names.\n");
            return;
        }
        if (isToBeEncrypted(request, origin)) {
            sendToHttps(request, origin);
            return;
        }
        if (origin.proxied() && !clients.enter(request, origin.address())) {
            refuse(request, 503, "Too many requests are open already", "try again when some of them have ended");
            return;
        }
        secure(request);
        if (request.request().isSSL() && isVouchedFor()) {
            request.response().headers().set("Strict-Transport-Security", "max-age=31536000");
        }
        if (BodyLimits.isTooLarge(request)) {
            refuse(request, 413, BodyLimits.TOO_LARGE, BodyLimits.TOO_LARGE_REMEDY);
            return;
        }
        // For bodies that do not say their size; Quarkus's own route, which comes later, knows one limit for all.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BodyLimits.limit(request));
        if (BodyLimits.isUpload(request)) {
            uploads.enter(request);
        } else {
            bodies.read(request);
        }
    }

    /** A page of another site that has pointed its own name here (DNS rebinding) would count as one of ours. */
    private boolean namesThisBox(RoutingContext request, RequestOrigin origin) {
        HostAndPort asked = origin.host();
        return asked != null
                && request.request().headers().getAll("Host").size() <= 1
                && served().names().contain(asked.host(), request.request().localAddress());
    }

    /**
     * Once there is a certificate, plain http is for this machine alone: the door screen, health, metrics. Whoever asks a proxy has to use https
     * all the way: to the proxy, and where that is another machine, from there to here.
     */
    private boolean isToBeEncrypted(RoutingContext request, RequestOrigin origin) {
        boolean exposed = !request.request().isSSL()
                && served().listener().tls().isPresent()
                && !ThisMachine.isLoopback(request.request().remoteAddress());
        return exposed || origin.proxied() && !origin.https();
    }

    private void sendToHttps(RoutingContext request, RequestOrigin origin) {
        HostAndPort asked = origin.host();
        if (origin.proxied() && origin.https()) {
            say(
                    request,
                    403,
                    "The proxy is another machine and asks over plain http. Let it ask https://, port "
                            + served().listener().httpsPort() + ".\n");
            return;
        }
        if (asked == null || !SameOrigin.isSafe(request.request().method().name())) {
            say(request, 403, "Use https.\n");
            return;
        }
        String host = asked.host().contains(":") ? "[" + asked.host() + "]" : asked.host();
        // Behind a proxy the port is the proxy's, and for https that is the usual one.
        String port = origin.proxied() ? "" : ":" + served().listener().httpsPort();
        request.response()
                .setStatusCode(307)
                .putHeader(
                        "Location", "https://" + host + port + request.request().uri())
                .end();
    }

    private static void say(RoutingContext request, int status, String text) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=UTF-8")
                .end(text);
    }

    /** Only then: with one's own certificate a browser that remembers it could lock its user out. */
    private boolean isVouchedFor() {
        return served().listener()
                .tls()
                .filter(certificate -> !certificate.selfSigned())
                .isPresent();
    }

    private static void secure(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        // The door screen brings its own, stricter ones.
        if (!request.normalizedPath().startsWith("/door")) {
            headers.set("Content-Security-Policy", POLICY);
            headers.set("Referrer-Policy", "same-origin");
        }
    }

    /** Before all of it is read; so the connection cannot be used again. */
    private static void refuse(RoutingContext request, int status, String what, String remedy) {
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        boolean program = ExceptionMappers.isForProgram(request);
        String body = program
                ? new JsonObject()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", what)
                        .put("remedy", remedy)
                        .encode()
                : PAGE.formatted(title, title, what, remedy);
        request.response()
                .setStatusCode(status)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", program ? ProblemJson.MEDIA_TYPE : "text/html; charset=UTF-8")
                .end(body);
    }

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s · Lintel</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/assets/lintel.css"></head><body class="bare"><main class="sheet">
            <h1>%s</h1><p>%s.</p><p>What to do: %s.</p><p><a href="/admin">Back to Lintel</a></p>
            </main></body></html>
            """;
}
