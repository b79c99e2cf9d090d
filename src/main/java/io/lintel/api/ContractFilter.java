package io.lintel.api;

import io.lintel.security.Caller;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Holds each request to {@code /api/v1} against the {@link ApiContract}, before JAX-RS looks for its method: that answers a number that is none
 * with 404, as if there were nothing at the address.
 */
@Singleton
class ContractFilter {

    private final OpenApiDocumentService document;
    private final Caller caller;
    private volatile @Nullable ApiContract contract;

    ContractFilter(OpenApiDocumentService document, Caller caller) {
        this.document = document;
        this.caller = caller;
    }

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request, RoutingContext routing) {
        String path = routing.normalizedPath();
        // Who is not signed in is told that first.
        if (path.startsWith("/api/v1/") && caller.role().isPresent()) {
            contract().check(request.getMethod(), path, request.getUriInfo().getQueryParameters());
        }
    }

    private ApiContract contract() {
        ApiContract known = contract;
        if (known == null) {
            known = ApiContract.of(new JsonObject(
                    Buffer.buffer(document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))));
            contract = known;
        }
        return known;
    }
}
