package io.lintel.admin.start;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.setting.RestartView;
import io.lintel.door.DoorStatus;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.DoorOrder;
import io.lintel.service.DoorService;
import io.lintel.service.FirstSteps.Step;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;

/** Lets the relay click once. The pulse is in the log, with who has ordered it, as each order to the door is. */
@Path("/admin/first-steps/relay")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class RelayStepResource {

    private static final String HERE = StepPages.HERE + "/relay";

    private final StepPages frame;
    private final DoorService door;
    private final Pages pages;
    private final Caller caller;

    RelayStepResource(StepPages frame, DoorService door, Pages pages, Caller caller) {
        this.frame = frame;
        this.door = door;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "start")
    static class Templates {
        static native TemplateInstance relay(
                Page page, List<StepView> steps, String relay, String fault, RestartView restart);
    }

    @GET
    public String form() {
        return Templates.relay(
                        frame.page(Step.RELAY),
                        frame.list(Step.RELAY),
                        door.status().map(DoorStatus::relay).orElse(""),
                        door.status().map(DoorStatus::relayFault).orElse("the door is not running"),
                        frame.restart())
                .render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(
            @FormParam("what") @DefaultValue("") String what, @FormParam("sure") @DefaultValue("false") boolean sure) {
        if (what.equals("heard")) {
            return frame.done(Step.RELAY, "The relay works");
        }
        if (!sure) {
            return pages.back(
                    HERE,
                    FlashMessage.bad("The lock is released for a moment", "confirm that somebody stands at the door"));
        }
        try {
            return pages.back(HERE, FlashMessage.good(door.give(caller.actor().name(), DoorOrder.TEST)));
        } catch (LintelException e) {
            return pages.back(HERE, FlashMessage.of(e));
        }
    }
}
