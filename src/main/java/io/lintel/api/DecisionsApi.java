package io.lintel.api;

import io.lintel.audit.AuditKind;
import io.lintel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who came, and why they were (not) let in. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
@Tag(name = "log")
public class DecisionsApi {

    private final EventPages pages;

    DecisionsApi(EventPages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(summary = "Decisions, the newest first")
    public Paging<EventJson> list(
            @BeanParam EventQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after) {
        var filter = query.filter();
        return pages.page(
                filter.kinds().isEmpty() ? filter.withKinds(AuditKind.DECISIONS) : filter, limit, before, after);
    }
}
