package io.lintel.security;

import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from this very machine, and not merely by way of it. */
final class ThisMachine {

    private ThisMachine() {}

    static boolean asks(RoutingContext request) {
        HostAndPort host = request.request().authority();
        return isLoopback(request.request().remoteAddress())
                && host != null
                && isLoopback(host.host())
                && !ForwardedHeaders.arePresent(request.request().headers());
    }

    static boolean isLoopback(@Nullable SocketAddress address) {
        return address != null && address.hostAddress() != null && isLoopback(address.hostAddress());
    }

    /** @param host a name or an address as in a Host header; IPv6 with or without brackets */
    static boolean isLoopback(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(bare).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
