package io.lintel.api;

import io.lintel.account.PairedScreen;
import io.lintel.account.PairedScreens;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.wiring.DoorScreens;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door screens on other machines. */
@Path("/api/v1/screens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "screens")
public class ScreensApi {

    private final PairedScreens screens;
    private final DoorScreens connected;
    private final Caller caller;

    ScreensApi(PairedScreens screens, DoorScreens connected, Caller caller) {
        this.screens = screens;
        this.connected = connected;
        this.caller = caller;
    }

    @RegisterForReflection
    public record ScreenJson(
            long id,
            String name,
            String pairedBy,
            Instant paired,
            @Nullable Instant lastSeen,
            boolean connected) {}

    /** @param code as the screen shows it */
    @RegisterForReflection
    public record NewScreen(@Nullable String code, @Nullable String name) {}

    @GET
    @Operation(summary = "Paired door screens")
    public Paging<ScreenJson> list() {
        return Paging.all(screens.list().stream().map(this::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ScreenJson.class, responseCode = "201")
    @Operation(summary = "Pairs the door screen that shows a code")
    public Response pair(NewScreen body) {
        NewScreen wanted = Bodies.needed(body);
        PairedScreen screen = screens.pair(
                Bodies.needed("code", wanted.code()), Bodies.needed("name", wanted.name()), caller.actor());
        return Response.status(Response.Status.CREATED).entity(json(screen)).build();
    }

    @DELETE
    @Path("{screen}")
    @Operation(summary = "Ends the pairing of a door screen")
    public void revoke(@PathParam("screen") long id) {
        if (!screens.revoke(id, caller.actor())) {
            throw HttpProblem.notFound("There is no door screen " + id);
        }
    }

    private ScreenJson json(PairedScreen screen) {
        return new ScreenJson(
                screen.id(),
                screen.name(),
                screen.pairedBy(),
                screen.paired(),
                screen.lastSeen(),
                connected.isConnected(Long.toString(screen.id())));
    }
}
