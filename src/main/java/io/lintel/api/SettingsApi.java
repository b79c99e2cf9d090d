package io.lintel.api;

import io.lintel.account.Role;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.ConfirmationNeeded;
import io.lintel.service.Setting;
import io.lintel.service.SettingsService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How this box works. A change counts from the next start. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
public class SettingsApi {

    private final SettingsService service;
    private final Caller caller;

    SettingsApi(SettingsService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * @param value from the next start
     * @param inForce in the running program
     * @param origin default, file, page or environment
     * @param waiting whether the running program still has another value
     */
    @RegisterForReflection
    public record SettingJson(
            String key,
            String value,
            String inForce,
            String defaultValue,
            String effect,
            String origin,
            List<String> choices,
            boolean waiting) {

        static SettingJson of(Setting setting) {
            return new SettingJson(
                    setting.key(),
                    setting.value(),
                    setting.running(),
                    setting.standard(),
                    setting.effect(),
                    setting.origin().name().toLowerCase(Locale.ROOT),
                    setting.choices(),
                    setting.waiting());
        }
    }

    /** @param confirmed needed where a change could weaken the door; the refusal says what it does */
    @RegisterForReflection
    public record NewValue(@Nullable String value, @Nullable Boolean confirmed) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "All settings")
    public Paging<SettingJson> list() {
        return Paging.all(service.list().stream().map(this::shown).toList());
    }

    @GET
    @Path("{key}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One setting")
    public SettingJson one(@PathParam("key") String key) {
        return shown(service.find(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes a setting")
    public SettingJson change(@PathParam("key") String key, NewValue body) {
        NewValue wanted = Bodies.needed(body);
        try {
            return SettingJson.of(service.change(
                    caller.actor().name(),
                    key,
                    Bodies.needed("value", wanted.value()),
                    Boolean.TRUE.equals(wanted.confirmed())));
        } catch (ConfirmationNeeded e) {
            throw new HttpProblem(
                    422, String.valueOf(e.getMessage()), "if you want this, send it again with \"confirmed\": true");
        }
    }

    /** Takes a change by this API or the settings page back. */
    @DELETE
    @Path("{key}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Sets a setting back to its default")
    public SettingJson reset(
            @PathParam("key") String key, @QueryParam("confirmed") @DefaultValue("false") boolean confirmed) {
        try {
            return SettingJson.of(service.reset(caller.actor().name(), key, confirmed));
        } catch (ConfirmationNeeded e) {
            throw new HttpProblem(
                    422, String.valueOf(e.getMessage()), "if you want this, send it again with confirmed=true");
        }
    }

    private SettingJson shown(Setting setting) {
        return SettingJson.of(caller.isOneOf(Role.ADMIN) ? setting : setting.masked());
    }
}
