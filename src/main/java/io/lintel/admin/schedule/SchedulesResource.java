package io.lintel.admin.schedule;

import io.lintel.account.Role;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.schedule.DoorSchedule;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schedules, the default one, and the door's own. */
@Path("/admin/schedules")
@Produces(MediaType.TEXT_HTML)
public class SchedulesResource {

    static final String HOME = "/admin/schedules";
    private static final int UNPROCESSABLE = 422;

    private final ScheduleService service;
    private final Pages pages;
    private final Caller caller;

    SchedulesResource(ScheduleService service, Pages pages, Caller caller) {
        this.service = service;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "schedule")
    static class Templates {
        static native TemplateInstance schedules(
                Page page,
                List<ScheduleView> schedules,
                List<Choice> defaults,
                List<Choice> doorChoices,
                boolean doorWaits,
                String zone,
                boolean mayEdit,
                boolean mayDecide);

        static native TemplateInstance edit(Page page, ScheduleForm form, String action, @Nullable ScheduleView stored);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        ScheduleSnapshot now = service.snapshot();
        Schedule.Id atDoor = now.door().schedule();
        return Templates.schedules(
                        pages.page("Schedules", Section.SCHEDULES),
                        now.schedules().stream()
                                .map(each -> ScheduleView.of(each, service, now, false))
                                .toList(),
                        choices(now, now.defaultSchedule().id()),
                        choices(now, atDoor),
                        now.door().waitsForFirstPerson(),
                        service.zone().getId(),
                        caller.isOneOf(Role.ADMIN, Role.OPERATOR),
                        caller.isOneOf(Role.ADMIN))
                .render();
    }

    @GET
    @Path("new")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String blank() {
        return edit(page("New schedule"), ScheduleForm.empty(), null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String one(@PathParam("id") long id) {
        Schedule schedule = service.schedule(new Schedule.Id(id));
        return edit(page(schedule.name().value()), ScheduleForm.of(schedule), schedule);
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> typed) {
        return save(typed, null);
    }

    @POST
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> typed) {
        return save(typed, service.schedule(new Schedule.Id(id)));
    }

    @POST
    @Path("{id}/remove")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response remove(@PathParam("id") long id) {
        try {
            Schedule gone = service.removeSchedule(actor(), new Schedule.Id(id));
            return pages.back(HOME, FlashMessage.good("The schedule " + gone.name() + " is deleted"));
        } catch (LintelException e) {
            return pages.back(HOME, FlashMessage.of(e));
        }
    }

    @POST
    @Path("default")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setDefault(@FormParam("schedule") long id) {
        service.setDefault(actor(), new Schedule.Id(id));
        return pages.back(
                HOME,
                FlashMessage.good("People without a schedule now have: "
                        + service.schedule(new Schedule.Id(id)).name()));
    }

    @POST
    @Path("door")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setDoor(@FormParam("schedule") long id, @FormParam("waits") @Nullable String waits) {
        DoorSchedule door = id == 0 ? DoorSchedule.NONE : new DoorSchedule(new Schedule.Id(id), waits != null);
        service.setDoor(actor(), door);
        return pages.back(
                HOME,
                id == 0
                        ? FlashMessage.good("The door stays locked, except for people who are recognised")
                        : FlashMessage.good("The door is unlocked on schedule: "
                                + service.snapshot().describe(door)));
    }

    private Response save(MultivaluedMap<String, String> typed, @Nullable Schedule stored) {
        ScheduleForm form = ScheduleForm.of(typed);
        Page page = page(stored == null ? "New schedule" : stored.name().value());
        if (typed.containsKey("more")) {
            return Response.ok(edit(page, form.withEmptyRow(), stored)).build();
        }
        try {
            Schedule saved = stored == null
                    ? service.addSchedule(actor(), form.draft())
                    : service.changeSchedule(actor(), stored.id(), form.draft());
            return pages.back(
                    HOME, FlashMessage.good("The schedule " + saved.name() + " is saved: " + saved.describe()));
        } catch (LintelException e) {
            return Response.status(UNPROCESSABLE)
                    .entity(edit(page.with(FlashMessage.of(e)), form, stored))
                    .build();
        }
    }

    private String edit(Page page, ScheduleForm form, @Nullable Schedule stored) {
        return Templates.edit(
                        page,
                        form,
                        stored == null ? HOME : HOME + "/" + stored.id(),
                        stored == null ? null : ScheduleView.of(stored, service, service.snapshot(), false))
                .render();
    }

    private Page page(String title) {
        return pages.page(title, Section.SCHEDULES);
    }

    private String actor() {
        return caller.actor().name();
    }

    private static List<Choice> choices(ScheduleSnapshot now, Schedule.@Nullable Id chosen) {
        return now.schedules().stream()
                .map(each -> new Choice(
                        each.id().value(),
                        each.name().value(),
                        each.describe(),
                        each.id().equals(chosen)))
                .toList();
    }
}
