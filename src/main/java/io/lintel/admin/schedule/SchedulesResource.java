package io.lintel.admin.schedule;

import io.lintel.account.Role;
import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.lintel.timetable.DoorPlan;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.ScheduleId;
import io.lintel.timetable.TimetableSnapshot;
import io.lintel.wiring.TimetableDesk;
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

/** Named schedules, the default one, and the door's own hours. */
@Path("/admin/schedules")
@Produces(MediaType.TEXT_HTML)
public class SchedulesResource {

    static final String HOME = "/admin/schedules";
    private static final int UNPROCESSABLE = 422;

    private final TimetableDesk desk;
    private final Pages pages;
    private final Caller caller;

    SchedulesResource(TimetableDesk desk, Pages pages, Caller caller) {
        this.desk = desk;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "schedule")
    static class Templates {
        static native TemplateInstance schedules(
                Page page,
                List<ScheduleView> schedules,
                List<Choice> defaults,
                List<Choice> doorHours,
                boolean doorWaits,
                String zone,
                boolean mayEdit);

        static native TemplateInstance edit(Page page, ScheduleForm form, String action, @Nullable ScheduleView stored);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        TimetableSnapshot now = desk.now();
        ScheduleId atDoor = now.door().schedule();
        return Templates.schedules(
                        pages.page("Schedules", Section.SCHEDULES),
                        now.schedules().stream()
                                .map(each -> ScheduleView.of(each, desk, now, false))
                                .toList(),
                        choices(now, now.defaultSchedule().id()),
                        choices(now, atDoor),
                        now.door().waitsForFirstPerson(),
                        desk.zone().getId(),
                        caller.isOneOf(Role.ADMIN))
                .render();
    }

    @GET
    @Path("new")
    @RolesAllowed(Roles.ADMIN)
    public String blank() {
        return edit(page("New schedule"), ScheduleForm.empty(), null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    public String one(@PathParam("id") long id) {
        desk.now();
        NamedSchedule schedule = desk.schedule(new ScheduleId(id));
        return edit(page(schedule.name().value()), ScheduleForm.of(schedule), schedule);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> typed) {
        return save(typed, null);
    }

    @POST
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") long id, MultivaluedMap<String, String> typed) {
        return save(typed, desk.schedule(new ScheduleId(id)));
    }

    @POST
    @Path("{id}/remove")
    @RolesAllowed(Roles.ADMIN)
    public Response remove(@PathParam("id") long id) {
        try {
            NamedSchedule gone = desk.removeSchedule(actor(), new ScheduleId(id));
            return pages.back(HOME, Notice.good("The schedule " + gone.name() + " is deleted"));
        } catch (LintelException e) {
            return pages.back(HOME, Notice.of(e));
        }
    }

    @POST
    @Path("default")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setDefault(@FormParam("schedule") long id) {
        desk.setDefault(actor(), new ScheduleId(id));
        return pages.back(
                HOME,
                Notice.good("People without a schedule now have: "
                        + desk.schedule(new ScheduleId(id)).name()));
    }

    @POST
    @Path("door")
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setDoor(@FormParam("schedule") long id, @FormParam("waits") @Nullable String waits) {
        DoorPlan plan = id == 0 ? DoorPlan.NONE : new DoorPlan(new ScheduleId(id), waits != null);
        desk.setDoor(actor(), plan);
        return pages.back(
                HOME,
                id == 0
                        ? Notice.good("The door stays locked, but for people who are let in")
                        : Notice.good("The door stands unlocked by itself: " + desk.describe(plan)));
    }

    private Response save(MultivaluedMap<String, String> typed, @Nullable NamedSchedule stored) {
        ScheduleForm form = ScheduleForm.of(typed);
        Page page = page(stored == null ? "New schedule" : stored.name().value());
        if (typed.containsKey("more")) {
            return Response.ok(edit(page, form.withEmptyRow(), stored)).build();
        }
        try {
            NamedSchedule saved = stored == null
                    ? desk.addSchedule(actor(), form.draft())
                    : desk.changeSchedule(actor(), stored.id(), form.draft()).after();
            return pages.back(HOME, Notice.good("The schedule " + saved.name() + " is saved: " + saved.describe()));
        } catch (LintelException e) {
            return Response.status(UNPROCESSABLE)
                    .entity(edit(page.with(Notice.of(e)), form, stored))
                    .build();
        }
    }

    private String edit(Page page, ScheduleForm form, @Nullable NamedSchedule stored) {
        return Templates.edit(
                        page,
                        form,
                        stored == null ? HOME : HOME + "/" + stored.id(),
                        stored == null ? null : ScheduleView.of(stored, desk, desk.now(), false))
                .render();
    }

    private Page page(String title) {
        return pages.page(title, Section.SCHEDULES);
    }

    private String actor() {
        return caller.actor().name();
    }

    private static List<Choice> choices(TimetableSnapshot now, @Nullable ScheduleId chosen) {
        return now.schedules().stream()
                .map(each -> new Choice(
                        each.id().value(),
                        each.name().value(),
                        each.describe(),
                        each.id().equals(chosen)))
                .toList();
    }
}
