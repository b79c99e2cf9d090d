package io.lintel.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * The description of the API is for those who may use it, under whatever name it is served: a rule for its plain path left
 * {@code .json}, {@code .yaml} and {@code .yml} open. Has no name, so that Quarkus asks it about every request.
 */
@Singleton
class ApiDocumentPolicy implements HttpSecurityPolicy {

    private static final String DOCUMENT = "/api/v1/openapi";

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return request.normalizedPath().startsWith(DOCUMENT)
                ? identity.map(caller -> caller.getRoles().isEmpty() ? CheckResult.DENY : CheckResult.PERMIT)
                : CheckResult.permit();
    }
}
