package io.lintel.api;

import io.lintel.account.ApiToken;
import io.lintel.account.ApiTokens;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
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

/** The programs that may use this API. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "tokens")
public class TokensApi {

    private final ApiTokens tokens;
    private final Caller caller;

    TokensApi(ApiTokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @RegisterForReflection
    public record TokenJson(
            long id,
            String name,
            String role,
            String createdBy,
            String account,
            Instant created,
            @Nullable Instant lastUsed,
            Instant expires) {

        static TokenJson of(ApiToken token) {
            return new TokenJson(
                    token.id(),
                    token.name(),
                    token.role().name(),
                    token.createdBy(),
                    token.owner(),
                    token.created(),
                    token.lastUsed(),
                    token.expires());
        }
    }

    /** @param days until it ends, 1 to 3650; 365 where it is left out */
    @RegisterForReflection
    public record NewToken(
            @Nullable String name,
            @Nullable String role,
            @Nullable Integer days) {}

    /** @param secret not to be had a second time */
    @RegisterForReflection
    public record MadeToken(String secret, TokenJson token) {}

    @GET
    @Operation(summary = "API tokens")
    public Paging<TokenJson> list() {
        return Paging.all(tokens.list().stream().map(TokenJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = MadeToken.class, responseCode = "201")
    @Operation(summary = "Makes an API token; it is shown once")
    public Response create(NewToken body) {
        NewToken wanted = Bodies.needed(body);
        Integer days = wanted.days();
        ApiTokens.Created made = tokens.create(
                Bodies.needed("name", wanted.name()),
                Roles.parse(Bodies.needed("role", wanted.role())),
                caller.owner(),
                days == null ? ApiTokens.USUAL_DAYS : days,
                caller.actor());
        return Response.status(Response.Status.CREATED)
                .entity(new MadeToken(made.secret().value(), TokenJson.of(made.token())))
                .build();
    }

    @DELETE
    @Path("{token}")
    @Operation(summary = "Revokes an API token")
    public void revoke(@PathParam("token") long id) {
        tokens.revoke(id, caller.actor());
    }
}
