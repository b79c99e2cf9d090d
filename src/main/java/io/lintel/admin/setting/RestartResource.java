package io.lintel.admin.setting;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.lintel.wiring.Restart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Starts Lintel again from the page, when nobody is at the door. */
@Path("/admin/restart")
@RolesAllowed(Roles.ADMIN)
public class RestartResource {

    private static final String HERE = "/admin/restart";

    private final Restart restart;
    private final Pages pages;
    private final Caller caller;

    RestartResource(Restart restart, Pages pages, Caller caller) {
        this.restart = restart;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "setting")
    static class Templates {
        static native TemplateInstance restart(Page page, boolean ordered, String run);
    }

    /** @param run another one after each start */
    @RegisterForReflection
    public record RestartJson(boolean ordered, String run) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page() {
        return Templates.restart(pages.page("Restart", Section.SETTINGS), restart.isOrdered(), run())
                .render();
    }

    @GET
    @Path("state")
    @Produces(MediaType.APPLICATION_JSON)
    public RestartJson state() {
        return new RestartJson(restart.isOrdered(), run());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response order(@FormParam("what") @DefaultValue("wait") String what) {
        if (what.equals("cancel")) {
            restart.cancel();
            return pages.back(SettingsResource.HERE, FlashMessage.good("Lintel is not restarted"));
        }
        try {
            restart.order(caller.actor().name(), what.equals("at-once"));
            return pages.back(HERE);
        } catch (LintelException e) {
            return pages.back(SettingsResource.HERE, FlashMessage.of(e));
        }
    }

    private static String run() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("");
    }
}
