package io.lintel.admin.alarm;

import io.lintel.account.Role;
import io.lintel.admin.log.EventView;
import io.lintel.admin.log.LogReader;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.AlarmService;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Alarms until somebody says to have seen them. */
@Path("/admin/alarms")
@Produces(MediaType.TEXT_HTML)
public class AlarmsResource {

    private static final String HERE = "/admin/alarms";

    private final AlarmService alarms;
    private final LogReader book;
    private final Pages pages;
    private final Caller caller;

    AlarmsResource(AlarmService alarms, LogReader book, Pages pages, Caller caller) {
        this.alarms = alarms;
        this.book = book;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "alarm")
    static class Templates {
        static native TemplateInstance alarms(Page page, List<EventView> alarms, boolean mayAcknowledge);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        List<EventView> open = alarms.open().stream().map(book::view).toList();
        return Templates.alarms(pages.page("Alarms", Section.ALARMS), open, caller.isOneOf(Role.ADMIN, Role.OPERATOR))
                .render();
    }

    @POST
    @Path("{alarm:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response acknowledge(@PathParam("alarm") long seq, @FormParam("note") @DefaultValue("") String note) {
        return answer(() -> alarms.acknowledge(caller.actor().name(), seq, note), "The alarm is acknowledged");
    }

    @POST
    @Path("up-to/{alarm:\\d{1,18}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response acknowledgeUpTo(@PathParam("alarm") long seq, @FormParam("note") @DefaultValue("") String note) {
        return answer(() -> alarms.acknowledgeUpTo(caller.actor().name(), seq, note), "The alarms are acknowledged");
    }

    private Response answer(Runnable action, String done) {
        try {
            action.run();
            return pages.back(HERE, FlashMessage.good(done));
        } catch (LintelException e) {
            return pages.back(HERE, FlashMessage.of(e));
        }
    }
}
