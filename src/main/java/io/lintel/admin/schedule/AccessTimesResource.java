package io.lintel.admin.schedule;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Group;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.schedule.TimeFormat;
import io.lintel.schedule.WeeklySchedule;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's access times: own schedules, groups, and the schedules that count as a result. */
@Path("/admin/schedules/people")
@Produces(MediaType.TEXT_HTML)
public class AccessTimesResource {

    private static final String HOME = "/admin/schedules/people/";

    private final ScheduleService service;
    private final People people;
    private final Pages pages;
    private final Caller caller;

    AccessTimesResource(ScheduleService service, People people, Pages pages, Caller caller) {
        this.service = service;
        this.people = people;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "schedule")
    static class Templates {
        static native TemplateInstance person(
                Page page,
                long id,
                String name,
                List<Choice> own,
                List<Choice> groups,
                List<ScheduleView> inForce,
                boolean byDefault,
                boolean allowed,
                String until);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String times(@PathParam("id") long id) {
        Person person = people.require(new PersonId(id));
        Assignment assignment = service.assignment(person.id());
        ScheduleSnapshot now = service.snapshot();
        List<WeeklySchedule.State> states =
                assignment.inForce().stream().map(each -> service.state(each)).toList();
        boolean allowed = states.stream().anyMatch(WeeklySchedule.State::open);
        return Templates.person(
                        pages.page("Access times of " + person.name(), Section.SCHEDULES),
                        id,
                        person.name().value(),
                        now.schedules().stream()
                                .map(each -> new Choice(
                                        each.id().value(),
                                        each.name().value(),
                                        each.describe(),
                                        assignment.own().contains(each.id())))
                                .toList(),
                        now.groups().stream()
                                .map(each -> new Choice(
                                        each.id().value(),
                                        each.name().value(),
                                        names(each, now),
                                        assignment.groups().contains(each)))
                                .toList(),
                        assignment.inForce().stream()
                                .map(each -> ScheduleView.of(each, service, now, true))
                                .toList(),
                        assignment.byDefault(),
                        allowed,
                        until(states, allowed))
                .render();
    }

    @POST
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") long id,
            @FormParam("schedule") @Nullable List<Long> schedules,
            @FormParam("group") @Nullable List<Long> groups) {
        PersonId person = new PersonId(id);
        String actor = caller.actor().name();
        try {
            Set<Group.Id> wanted = groups == null
                    ? Set.of()
                    : groups.stream().map(Group.Id::new).collect(Collectors.toSet());
            service.setAccess(actor, person, GroupsResource.scheduleIds(schedules), wanted);
            return pages.back(HOME + id, FlashMessage.good("The access times are saved"));
        } catch (LintelException e) {
            return pages.back(HOME + id, FlashMessage.of(e));
        }
    }

    /** Open schedules hide each other's end, so with several of them nothing is said; of closed ones the first to open counts. */
    private String until(List<WeeklySchedule.State> states, boolean allowed) {
        if (allowed && states.size() > 1) {
            return "";
        }
        return states.stream()
                .flatMap(state -> Stream.ofNullable(state.until()))
                .min(Instant::compareTo)
                .map(moment -> "until " + TimeFormat.of(moment, service.zone()))
                .orElse("");
    }

    private static String names(Group group, ScheduleSnapshot now) {
        String names = String.join(", ", now.names(group.schedules()));
        return names.isEmpty() ? "gives no schedule" : names;
    }
}
