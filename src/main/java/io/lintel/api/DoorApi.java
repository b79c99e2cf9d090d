package io.lintel.api;

import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.CameraService;
import io.lintel.service.DoorOrder;
import io.lintel.service.DoorService;
import io.lintel.system.LintelException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door: how it is, and orders to it. */
@Path("/api/v1/door")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "door")
public class DoorApi {

    private final CameraService camera;
    private final DoorService doorService;
    private final Caller caller;

    DoorApi(CameraService camera, DoorService doorService, Caller caller) {
        this.camera = camera;
        this.doorService = doorService;
        this.caller = caller;
    }

    /** What came of an order. */
    @RegisterForReflection
    @Schema(name = "OrderGiven")
    public record Done(String done, DoorJson door) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "The door as it is now")
    public DoorJson door() {
        return DoorJson.of(doorService.status());
    }

    @GET
    @Path("picture")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "What the camera sees now, at most 640 pixels wide")
    public byte[] picture() throws InterruptedException {
        var pictures = camera.pictures()
                .orElseThrow(() -> new HttpProblem(503, "The camera has not been started", "try again"));
        return pictures.one()
                .orElseThrow(() -> new HttpProblem(503, "The camera delivers no picture", "look at the camera"))
                .jpeg();
    }

    @POST
    @Path("{order}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Gives an order: open, test, unlock, lock, release, lock-down or end-lock-down")
    public Done order(@PathParam("order") String word) {
        DoorOrder order = DoorOrder.of(word)
                .orElseThrow(() -> new HttpProblem(
                        404,
                        "The door knows no order '" + word + "'",
                        "use open, test, unlock, lock, release, lock-down or end-lock-down"));
        try {
            String done = doorService.give(caller.actor().name(), order);
            return new Done(done, DoorJson.of(doorService.status()));
        } catch (LintelException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
