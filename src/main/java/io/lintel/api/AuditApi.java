package io.lintel.api;

import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.LogService;
import io.lintel.service.Snapshots;
import io.lintel.web.LogDownload;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happened. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
@Tag(name = "log")
public class AuditApi {

    private final LogService log;
    private final EventPages pages;
    private final Snapshots snapshots;
    private final Caller caller;

    AuditApi(LogService log, EventPages pages, Snapshots snapshots, Caller caller) {
        this.log = log;
        this.pages = pages;
        this.snapshots = snapshots;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Events, the newest first")
    public Paging<EventJson> list(
            @BeanParam EventQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after) {
        return pages.page(query.filter(), limit, before, after);
    }

    @GET
    @Path("{seq: \\d{1,18}}")
    @Operation(summary = "One event")
    public EventJson event(@PathParam("seq") long seq) {
        return pages.json(log.row(seq));
    }

    @GET
    @Path("{seq: \\d{1,18}}/snapshot")
    @Produces("image/jpeg")
    @Operation(summary = "The picture of an event, if one was kept")
    public byte[] snapshot(@PathParam("seq") long seq) {
        return snapshots.find(seq).orElseThrow(() -> HttpProblem.notFound("There is no picture of row " + seq));
    }

    @GET
    @Path("export")
    @Produces({"text/csv", "application/x-ndjson"})
    @Operation(summary = "All events of a query as a file, the oldest first: format=csv or jsonl")
    public Response export(@BeanParam EventQuery query, @QueryParam("format") @DefaultValue("csv") String format) {
        return LogDownload.of(log, caller.actor().name(), query.filter(), format);
    }
}
