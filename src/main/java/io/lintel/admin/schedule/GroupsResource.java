package io.lintel.admin.schedule;

import io.lintel.account.Role;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups of people, who share schedules. */
@Path("/admin/groups")
@Produces(MediaType.TEXT_HTML)
public class GroupsResource {

    private static final String HOME = "/admin/groups";
    private static final int MOST_PEOPLE = 5000;

    private final ScheduleService service;
    private final People people;
    private final Pages pages;
    private final Caller caller;

    GroupsResource(ScheduleService service, People people, Pages pages, Caller caller) {
        this.service = service;
        this.people = people;
        this.pages = pages;
        this.caller = caller;
    }

    /** A group in the list. */
    @TemplateData
    public record GroupView(long id, String name, String members, String schedules) {}

    @CheckedTemplate(basePath = "schedule")
    static class Templates {
        static native TemplateInstance groups(Page page, List<GroupView> groups, boolean mayEdit);

        static native TemplateInstance group(
                Page page, GroupView group, List<Choice> schedules, List<Choice> members, List<Choice> others);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list() {
        return list(page("Groups"));
    }

    private String list(Page page) {
        ScheduleSnapshot now = service.snapshot();
        List<GroupView> groups =
                now.groups().stream().map(group -> view(group, now)).toList();
        return Templates.groups(page, groups, caller.isOneOf(Role.ADMIN, Role.OPERATOR))
                .render();
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("name") @DefaultValue("") String name) {
        try {
            Group added = service.addGroup(actor(), new ScheduleName(name), Set.of());
            return pages.back(
                    HOME + "/" + added.id(),
                    FlashMessage.good("The group " + added.name() + " is made; now add its people"));
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(list(page("Groups").with(FlashMessage.of(e))))
                    .build();
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String one(@PathParam("id") long id) {
        ScheduleSnapshot now = service.snapshot();
        Group group = service.group(new Group.Id(id));
        List<PersonSummary> everybody = people.list("", MOST_PEOPLE, 0);
        return Templates.group(
                        page(group.name().value()),
                        view(group, now),
                        now.schedules().stream()
                                .map(each -> new Choice(
                                        each.id().value(),
                                        each.name().value(),
                                        each.describe(),
                                        group.schedules().contains(each.id())))
                                .toList(),
                        choices(everybody, group, true),
                        choices(everybody, group, false))
                .render();
    }

    @POST
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") long id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("schedule") @Nullable List<Long> schedules) {
        String home = HOME + "/" + id;
        try {
            service.changeGroup(actor(), new Group.Id(id), new ScheduleName(name), scheduleIds(schedules));
            return pages.back(home, FlashMessage.good("The group is saved"));
        } catch (LintelException e) {
            return pages.back(home, FlashMessage.of(e));
        }
    }

    @POST
    @Path("{id}/join")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("id") long id, @FormParam("person") @Nullable List<Long> people) {
        return members(id, personIds(people), Set.of());
    }

    @POST
    @Path("{id}/leave")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("id") long id, @FormParam("person") @Nullable List<Long> people) {
        return members(id, Set.of(), personIds(people));
    }

    @POST
    @Path("{id}/remove")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") long id, @FormParam("with-members") @Nullable String withMembers) {
        try {
            Group gone = service.removeGroup(actor(), new Group.Id(id), withMembers != null);
            return pages.back(HOME, FlashMessage.good("The group " + gone.name() + " is deleted; its people stay"));
        } catch (LintelException e) {
            return pages.back(HOME + "/" + id, FlashMessage.of(e));
        }
    }

    private Response members(long id, Set<PersonId> join, Set<PersonId> leave) {
        service.changeMembers(actor(), new Group.Id(id), join, leave);
        ScheduleSnapshot now = service.snapshot();
        long byDefault =
                leave.stream().filter(person -> now.of(person).byDefault()).count();
        String done = (join.isEmpty() ? leave.size() + " left" : join.size() + " joined") + " the group";
        FlashMessage notice = byDefault == 0
                ? FlashMessage.good(done)
                : FlashMessage.warning(
                        done + ", and " + byDefault + " of them now have the default schedule: "
                                + now.defaultSchedule().name(),
                        "give them a schedule of their own if that is too much");
        return pages.back(HOME + "/" + id, notice);
    }

    private static GroupView view(Group group, ScheduleSnapshot now) {
        String schedules = String.join(", ", now.names(group.schedules()));
        return new GroupView(
                group.id().value(),
                group.name().value(),
                ScheduleView.count(group.members().size(), "person", "people"),
                schedules.isEmpty() ? "none" : schedules);
    }

    private static List<Choice> choices(List<PersonSummary> people, Group group, boolean members) {
        return people.stream()
                .filter(each -> group.members().contains(each.person().id()) == members)
                .map(each -> new Choice(
                        each.person().id().value(),
                        each.person().name().value(),
                        "number " + each.person().id(),
                        false))
                .toList();
    }

    static Set<Schedule.Id> scheduleIds(@Nullable List<Long> ids) {
        return ids == null ? Set.of() : ids.stream().map(Schedule.Id::new).collect(Collectors.toSet());
    }

    private static Set<PersonId> personIds(@Nullable List<Long> ids) {
        return ids == null ? Set.of() : ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private Page page(String title) {
        return pages.page(title, Section.SCHEDULES);
    }

    private String actor() {
        return caller.actor().name();
    }
}
