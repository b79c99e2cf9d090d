package io.lintel.api;

import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the box is, part by part. {@code /q/health} says the same to watchdogs. */
@Path("/api/v1/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "door")
public class HealthApi {

    private final SystemStatus system;

    HealthApi(SystemStatus system) {
        this.system = system;
    }

    /** @param state good, warning or bad: the worst of all parts */
    @RegisterForReflection
    public record Health(String state, List<Part> parts) {}

    /** One part. @param remedy what to do; empty when all is well */
    @RegisterForReflection
    @Schema(name = "HealthPart")
    public record Part(String name, String state, String text, String remedy) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "How the box is, part by part")
    public Health health() {
        List<ComponentStatus> all = system.now();
        return new Health(
                SystemStatus.worst(all).word(),
                all.stream()
                        .map(part -> new Part(part.component(), part.state().word(), part.text(), part.remedy()))
                        .toList());
    }
}
