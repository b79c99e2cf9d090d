package io.lintel.api;

import io.lintel.security.Caller;
import io.lintel.security.CsrfToken;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
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

    /** Once the body is read; the field that proves our own form is no field of the operation. */
    @ServerRequestFilter
    @WithFormRead
    public void checkForm(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        String path = routing.normalizedPath();
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        FormData form = context.getFormData();
        if (form != null && path.startsWith("/api/v1/") && caller.role().isPresent()) {
            Map<String, List<String>> fields = new TreeMap<>();
            for (String name : form) {
                fields.put(
                        name,
                        form.get(name).stream()
                                .filter(value -> !value.isFileItem())
                                .map(FormValue::getValue)
                                .toList());
            }
            fields.remove(CsrfToken.FIELD);
            contract().checkForm(request.getMethod(), path, fields);
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
