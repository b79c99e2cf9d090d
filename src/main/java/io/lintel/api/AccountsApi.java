package io.lintel.api;

import io.lintel.account.Account;
import io.lintel.account.Accounts;
import io.lintel.account.UserName;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Who may sign in. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "accounts")
public class AccountsApi {

    private final Accounts accounts;
    private final Caller caller;

    AccountsApi(Accounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @RegisterForReflection
    public record AccountJson(
            long id,
            String name,
            String role,
            boolean active,
            boolean mustChangePassword,
            Instant created,
            Instant passwordChanged,
            @Nullable Instant lastLogin) {

        static AccountJson of(Account account) {
            return new AccountJson(
                    account.id(),
                    account.name().value(),
                    account.role().name(),
                    account.active(),
                    account.mustChangePassword(),
                    account.created(),
                    account.passwordChanged(),
                    account.lastLogin());
        }
    }

    /** @param password the first one, to be changed at the first login */
    @RegisterForReflection
    public record NewAccount(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {}

    /** What is to change; null leaves it. */
    @RegisterForReflection
    public record AccountChange(
            @Nullable String role,
            @Nullable Boolean active,
            @Nullable String password) {}

    @GET
    @Operation(summary = "All accounts")
    public Paging<AccountJson> list() {
        return Paging.all(accounts.list().stream().map(AccountJson::of).toList());
    }

    @GET
    @Path("{account}")
    @Operation(summary = "One account")
    public AccountJson one(@PathParam("account") long id) {
        return AccountJson.of(find(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = AccountJson.class, responseCode = "201")
    @Operation(summary = "Makes an account; the password is to be changed at the first sign-in")
    public Response create(NewAccount body) {
        NewAccount wanted = Bodies.needed(body);
        Account made = accounts.create(
                UserName.of(Bodies.needed("name", wanted.name())),
                Roles.parse(Bodies.needed("role", wanted.role())),
                Bodies.needed("password", wanted.password()),
                caller.actor());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/accounts/" + made.id())
                .entity(AccountJson.of(made))
                .build();
    }

    @PATCH
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes role, password or whether it is active")
    public AccountJson change(@PathParam("account") long id, AccountChange change) {
        find(id);
        AccountChange wanted = Bodies.needed(change);
        String role = wanted.role();
        if (role != null) {
            accounts.changeRole(id, Roles.parse(role), caller.actor());
        }
        String password = wanted.password();
        if (password != null) {
            accounts.resetPassword(id, password, caller.actor());
        }
        Boolean active = wanted.active();
        if (active != null && active) {
            accounts.enable(id, caller.actor());
        } else if (active != null) {
            accounts.disable(id, caller.actor());
        }
        return AccountJson.of(find(id));
    }

    @DELETE
    @Path("{account}")
    @Operation(summary = "Removes an account with its sessions and tokens")
    public void remove(@PathParam("account") long id) {
        find(id);
        accounts.remove(id, caller.actor());
    }

    private Account find(long id) {
        return accounts.find(id).orElseThrow(() -> HttpProblem.notFound("There is no such account"));
    }
}
