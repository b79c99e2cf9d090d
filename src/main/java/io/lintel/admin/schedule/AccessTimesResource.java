package io.lintel.admin.schedule;

import io.lintel.access.schedule.ClockText;
import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.lintel.timetable.Assignment;
import io.lintel.timetable.GroupId;
import io.lintel.timetable.PeopleGroup;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's access times: schedules of one's own, groups, and what follows from them. */
@Path("/admin/schedules/people")
@Produces(MediaType.TEXT_HTML)
public class AccessTimesResource {

    private static final String HOME = "/admin/schedules/people/";

    private final TimetableDesk desk;
    private final People people;
    private final Pages pages;
    private final Caller caller;

    AccessTimesResource(TimetableDesk desk, People people, Pages pages, Caller caller) {
        this.desk = desk;
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
        Assignment assignment = desk.assignment(person.id());
        TimetableSnapshot now = desk.now();
        List<TimetableDesk.Opening> openings = assignment.inForce().stream()
                .map(each -> desk.opening(each.rule(), Instant.now()))
                .toList();
        boolean allowed = openings.stream().anyMatch(TimetableDesk.Opening::open);
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
                                .map(each -> ScheduleView.of(each, desk, now, true))
                                .toList(),
                        assignment.byDefault(),
                        allowed,
                        until(openings, allowed, desk))
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
            desk.setSchedulesOf(actor, person, GroupsResource.scheduleIds(schedules));
            Set<GroupId> wanted = groups == null
                    ? Set.of()
                    : groups.stream().map(GroupId::new).collect(Collectors.toSet());
            desk.setGroupsOf(actor, person, wanted);
            return pages.back(HOME + id, Notice.good("The access times are saved"));
        } catch (LintelException e) {
            return pages.back(HOME + id, Notice.of(e));
        }
    }

    /** Several schedules that are open hide each other's end, so only of closed ones the first to open is said. */
    private static String until(List<TimetableDesk.Opening> openings, boolean allowed, TimetableDesk desk) {
        if (allowed && openings.size() > 1) {
            return "";
        }
        return openings.stream()
                .flatMap(opening -> java.util.stream.Stream.ofNullable(opening.until()))
                .min(Instant::compareTo)
                .map(moment -> "until " + ClockText.of(moment, desk.zone()))
                .orElse("");
    }

    private static String names(PeopleGroup group, TimetableSnapshot now) {
        String names = now.schedules().stream()
                .filter(each -> group.schedules().contains(each.id()))
                .map(each -> each.name().value())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "gives no schedule" : names;
    }
}
