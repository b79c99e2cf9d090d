package io.lintel.admin.account;

import io.lintel.account.PairedScreen;
import io.lintel.account.PairedScreens;
import io.lintel.account.PairingRequest;
import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.lintel.wiring.DoorScreens;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;

/** The door screens on other machines. */
@Path("/admin/screens")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class ScreensResource {

    private static final String TITLE = "Door screens";

    private final PairedScreens screens;
    private final DoorScreens connected;
    private final Pages pages;
    private final Caller caller;

    ScreensResource(PairedScreens screens, DoorScreens connected, Pages pages, Caller caller) {
        this.screens = screens;
        this.connected = connected;
        this.pages = pages;
        this.caller = caller;
    }

    /** A screen as a row of a table. */
    @TemplateData
    public record ScreenView(long id, String name, String pairedBy, String paired, String lastSeen) {

        static ScreenView of(PairedScreen screen, boolean isConnected, ZoneId zone) {
            return new ScreenView(
                    screen.id(),
                    screen.name(),
                    screen.pairedBy(),
                    DisplayTime.text(screen.paired(), zone),
                    isConnected ? "connected now" : DisplayTime.text(screen.lastSeen(), zone));
        }
    }

    /** A screen that shows a code. The code itself stays on the screen: who confirms it must have seen it. */
    @TemplateData
    public record WaitingView(String address, String begun) {

        static WaitingView of(PairingRequest request, ZoneId zone) {
            return new WaitingView(request.address(), DisplayTime.text(request.begun(), zone));
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance screens(
                Page page, List<ScreenView> screens, List<WaitingView> waiting, String code, String name);
    }

    @GET
    public String list() {
        return render(pages.page(TITLE, Section.ACCOUNTS), "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pair(
            @FormParam("code") @DefaultValue("") String code, @FormParam("name") @DefaultValue("") String name) {
        try {
            PairedScreen screen = screens.pair(code, name, caller.actor());
            return pages.back(
                    "/admin/screens",
                    FlashMessage.good("The screen " + screen.name() + " is paired; it shows the door now"));
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(render(pages.page(TITLE, Section.ACCOUNTS).with(FlashMessage.of(e)), code, name))
                    .build();
        }
    }

    @POST
    @Path("{screen:\\d+}/revoke")
    public Response revoke(@PathParam("screen") long id) {
        screens.revoke(id, caller.actor());
        return pages.back("/admin/screens", FlashMessage.good("The screen is revoked; it shows nothing any more"));
    }

    private String render(Page page, String code, String name) {
        List<ScreenView> paired = screens.list().stream()
                .map(screen -> ScreenView.of(screen, connected.isConnected(Long.toString(screen.id())), pages.zone()))
                .toList();
        List<WaitingView> waiting = screens.waiting().stream()
                .map(request -> WaitingView.of(request, pages.zone()))
                .toList();
        return Templates.screens(page, paired, waiting, code, name).render();
    }
}
