package io.lintel.security;

import io.lintel.config.NetworkRange;
import io.lintel.config.TrustedProxies;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from and what its sender calls this box: from the connection itself, or, where that is a trusted proxy's, from what
 * the proxy says. {@link RequestFilter} finds it out before anything else looks at the request.
 *
 * @param address of the sender; "unknown" where there is none
 * @param https whether the sender uses TLS
 * @param host what the sender calls this box; null where the request does not say
 * @param proxied whether a trusted proxy has passed it on
 */
record RequestOrigin(
        String address, boolean https, @Nullable HostAndPort host, boolean proxied) {

    private static final String KEY = "io.lintel.origin";

    /** Of this request. */
    static RequestOrigin of(RoutingContext request) {
        RequestOrigin known = request.get(KEY);
        return known == null ? direct(request.request()) : known;
    }

    /** @throws ForwardedHeaders.Unclear if a trusted proxy does not say what it must */
    static RequestOrigin find(RoutingContext context, TrustedProxies proxies) throws ForwardedHeaders.Unclear {
        HttpServerRequest request = context.request();
        RequestOrigin origin = direct(request);
        if (isTrusted(request.remoteAddress(), proxies)) {
            Optional<ForwardedHeaders> said = ForwardedHeaders.read(request.headers(), proxies);
            origin = said.isEmpty() ? origin : passedOn(said.get(), request);
        }
        context.put(KEY, origin);
        return origin;
    }

    /** Scheme, host and port as a browser's Origin header has them. */
    String site() {
        return (https ? "https://" : "http://") + host;
    }

    private static RequestOrigin passedOn(ForwardedHeaders said, HttpServerRequest request) {
        boolean https = said.https();
        String host = said.host();
        return new RequestOrigin(
                said.client().getHostAddress(),
                https,
                host == null ? request.authority() : HostAndPort.parseAuthority(host, -1),
                true);
    }

    private static RequestOrigin direct(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return new RequestOrigin(
                address == null || address.hostAddress() == null ? "unknown" : address.hostAddress(),
                request.isSSL(),
                request.authority(),
                false);
    }

    private static boolean isTrusted(@Nullable SocketAddress address, TrustedProxies proxies) {
        return address != null
                && address.hostAddress() != null
                && NetworkRange.address(address.hostAddress().replaceFirst("%.*", ""))
                        .filter(proxies::contain)
                        .isPresent();
    }
}
