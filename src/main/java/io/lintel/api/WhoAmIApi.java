package io.lintel.api;

import io.lintel.account.Role;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets a program find out whether its token is good, and for what. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class WhoAmIApi {

    private final Caller caller;

    WhoAmIApi(Caller caller) {
        this.caller = caller;
    }

    /** @param name as the audit log calls the caller */
    @RegisterForReflection
    public record Me(String name, String role) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "Who is asking")
    public Me me() {
        return new Me(caller.actor().name(), caller.role().map(Role::name).orElse(""));
    }
}
