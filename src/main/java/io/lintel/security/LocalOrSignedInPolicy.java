package io.lintel.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

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
        return ThisMachine.asks(request)
                ? CheckResult.permit()
                : identity.map(caller -> caller.getRoles().isEmpty() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
