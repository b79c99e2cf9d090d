package io.lintel.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** For health and metrics: whoever is on the box may read them, others need an account or a token. */
@Singleton
class LocalOrSignedInPolicy implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "local-or-signed-in";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return isLocal(request.request().remoteAddress())
                ? CheckResult.permit()
                : identity.map(caller -> caller.getRoles().isEmpty() ? CheckResult.DENY : CheckResult.PERMIT);
    }

    static boolean isLocal(@Nullable SocketAddress address) {
        try {
            return address != null
                    && address.hostAddress() != null
                    && InetAddress.ofLiteral(address.hostAddress()).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
