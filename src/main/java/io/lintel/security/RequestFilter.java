package io.lintel.security;

import io.lintel.config.LintelConfig;
import io.lintel.config.tls.WebListener;
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

    private final WebListener listener;

    RequestFilter(LintelConfig config) {
        this.listener = WebListener.atStart(config);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext request) {
        if (isToBeEncrypted(request)) {
            sendToHttps(request);
            return;
        }
        secure(request);
        if (request.request().isSSL() && isVouchedFor()) {
            request.response().headers().set("Strict-Transport-Security", "max-age=31536000");
        }
        if (BodyLimits.isTooLarge(request)) {
            refuse(request);
            return;
        }
        // For bodies that do not say their size; Quarkus's own route, which comes later, knows one limit for all.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, BodyLimits.limit(request));
        request.next();
    }

    /** Once there is a certificate, plain http is for this machine alone: the door screen, health, metrics. */
    private boolean isToBeEncrypted(RoutingContext request) {
        return !request.request().isSSL()
                && listener.tls().isPresent()
                && !LocalOrSignedInPolicy.isLocal(request.request().remoteAddress());
    }

    private void sendToHttps(RoutingContext request) {
        HostAndPort asked = request.request().authority();
        if (asked == null || !SameOrigin.isSafe(request.request().method().name())) {
            request.response().setStatusCode(403).end("use https");
            return;
        }
        String host = asked.host().contains(":") ? "[" + asked.host() + "]" : asked.host();
        request.response()
                .setStatusCode(307)
                .putHeader(
                        "Location",
                        "https://" + host + ":" + listener.httpsPort()
                                + request.request().uri())
                .end();
    }

    /** Only then: with one's own certificate a browser that remembers it could lock its user out. */
    private boolean isVouchedFor() {
        return listener.tls().filter(certificate -> !certificate.selfSigned()).isPresent();
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

    /** Before anything of it is read; so the connection cannot be used again. */
    private static void refuse(RoutingContext request) {
        String type = ExceptionMappers.isForProgram(request) ? ProblemJson.MEDIA_TYPE : "text/html; charset=UTF-8";
        String body = ExceptionMappers.isForProgram(request)
                ? new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Request Entity Too Large")
                        .put("status", 413)
                        .put("detail", BodyLimits.TOO_LARGE)
                        .put("remedy", BodyLimits.TOO_LARGE_REMEDY)
                        .encode()
                : TOO_LARGE_PAGE;
        request.response()
                .setStatusCode(413)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", type)
                .end(body);
    }

    private static final String TOO_LARGE_PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Too large · Lintel</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/assets/lintel.css"></head><body class="bare"><main class="sheet">
            <h1>Too large</h1><p>%s.</p><p>What to do: %s.</p><p><a href="/admin">Back to Lintel</a></p>
            </main></body></html>
            """.formatted(BodyLimits.TOO_LARGE, BodyLimits.TOO_LARGE_REMEDY);
}
