package io.lintel.security;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection before anybody has shown who they are: it has {@link #PATIENCE} to bring a whole request, once when it is opened and, with
 * HTTP/1.1, again from the first byte of each further one. Silence between requests is the server's idle timeout's. HTTP/2 sends frames of
 * its own between requests, so there only the first one counts. On its channel's event loop, but for {@link #isWaiting} and {@link #close}.
 */
final class GuardedConnection extends ChannelInboundHandlerAdapter implements ConnectionBook.Connection {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final AttributeKey<GuardedConnection> KEY = AttributeKey.valueOf("lintel-guarded-connection");

    private final Channel channel;
    private volatile int requests;
    private boolean manyAtOnce;
    private @Nullable ScheduledFuture<?> deadline;

    GuardedConnection(Channel channel) {
        this.channel = channel;
    }

    /** Puts it before everything else on its channel, which is not registered yet. */
    void install() {
        channel.attr(KEY).set(this);
        channel.pipeline().addFirst("lintel-guard", this);
    }

    /** A whole request is there; the connection counts as waiting again when it is answered. On the request's event loop. */
    static void answering(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            GuardedConnection guarded = connection.channel().attr(KEY).get();
            if (guarded != null) {
                guarded.begin(request.request().version() == HttpVersion.HTTP_2);
                request.addEndHandler(done -> guarded.channel.eventLoop().execute(guarded::end));
            }
        }
    }

    private void begin(boolean http2) {
        requests = requests + 1;
        manyAtOnce |= http2;
        cancel();
    }

    private void end() {
        requests = requests - 1;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        expectRequest();
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object data) {
        if (requests == 0 && !manyAtOnce && deadline == null) {
            expectRequest();
        }
        context.fireChannelRead(data);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void expectRequest() {
        deadline = channel.eventLoop().schedule(this::close, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public boolean isWaiting() {
        return requests == 0;
    }

    @Override
    public void close() {
        channel.close();
    }
}
