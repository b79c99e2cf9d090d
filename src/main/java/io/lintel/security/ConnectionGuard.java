package io.lintel.security;

import io.lintel.config.TrustedProxies;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.SocketAddress;
import java.util.List;

/**
 * Counts connections as they are accepted, before TLS and before the first byte: Quarkus itself can limit all of them together only, and
 * no handler of its own sees a connection that never sends a whole request. Netty finds this class by {@code META-INF/services}, once
 * {@link #install} has allowed it to look there.
 */
@RegisterForReflection
public final class ConnectionGuard extends ChannelInitializerExtension {

    private static volatile TrustedProxies proxies = new TrustedProxies(List.of());

    private final ConnectionBook book =
            new ConnectionBook(ConnectionBook.Limits.DEFAULT, from -> proxies.contain(from));

    /** Before Quarkus starts: Netty looks once. */
    public static void install(TrustedProxies trusted) {
        proxies = trusted;
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        SocketAddress from = channel.remoteAddress();
        GuardedConnection connection = new GuardedConnection(channel);
        if (!book.enter(from, connection)) {
            channel.unsafe().closeForcibly();
            return;
        }
        channel.closeFuture().addListener(closed -> book.leave(from, connection));
        connection.install();
    }
}
