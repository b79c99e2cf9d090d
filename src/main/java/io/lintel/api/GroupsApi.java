package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.timetable.GroupId;
import io.lintel.timetable.PeopleGroup;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.ScheduleId;
import io.lintel.wiring.TimetableDesk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups of people, who share schedules. */
@Path("/api/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class GroupsApi {

    private final TimetableDesk timetable;
    private final Caller caller;

    GroupsApi(TimetableDesk timetable, Caller caller) {
        this.timetable = timetable;
        this.caller = caller;
    }

    @RegisterForReflection
    public record Group(long id, String name, List<Long> members, List<Long> schedules) {}

    /** @param schedules null: they stay */
    @RegisterForReflection
    public record Draft(@Nullable String name, @Nullable List<Long> schedules) {}

    /** People, by number. */
    @RegisterForReflection
    public record Members(
            @Nullable List<Long> join, @Nullable List<Long> leave) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Paging<Group> list() {
        return Paging.all(desk().now().groups().stream().map(GroupsApi::json).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Group one(@PathParam("id") long id) {
        return json(desk().group(new GroupId(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response add(Draft draft) {
        TimetableDesk desk = desk();
        Set<ScheduleId> schedules = schedules(desk, draft);
        PeopleGroup added = desk.addGroup(actor(), name(draft));
        PeopleGroup whole =
                desk.setGroupSchedules(actor(), added.id(), schedules).after();
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/groups/" + added.id())
                .entity(json(whole))
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Group change(@PathParam("id") long id, Draft draft) {
        TimetableDesk desk = desk();
        GroupId group = new GroupId(id);
        Set<ScheduleId> schedules = schedules(desk, draft);
        desk.renameGroup(
                actor(), group, draft.name() == null ? desk.group(group).name() : name(draft));
        if (draft.schedules() != null) {
            desk.setGroupSchedules(actor(), group, schedules);
        }
        return json(desk.group(group));
    }

    @POST
    @Path("{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Group members(@PathParam("id") long id, Members members) {
        return json(desk().changeMembers(actor(), new GroupId(id), people(members.join()), people(members.leave()))
                .after());
    }

    /** @param withMembers true: also while it has members, who lose the schedules that it gives them */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public void remove(@PathParam("id") long id, @QueryParam("withMembers") boolean withMembers) {
        desk().removeGroup(actor(), new GroupId(id), withMembers);
    }

    /** All exist, or it fails before anything is changed. */
    private static Set<ScheduleId> schedules(TimetableDesk desk, Draft draft) {
        return PersonAccessApi.known(desk, draft.schedules());
    }

    private static PlanName name(Draft draft) {
        return new PlanName(draft.name() == null ? "" : draft.name());
    }

    private static Set<PersonId> people(@Nullable List<Long> ids) {
        return ids == null ? Set.of() : ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private static Group json(PeopleGroup group) {
        return new Group(
                group.id().value(),
                group.name().value(),
                group.members().stream().map(PersonId::value).sorted().toList(),
                group.schedules().stream().map(ScheduleId::value).sorted().toList());
    }

    private TimetableDesk desk() {
        timetable.now();
        return timetable;
    }

    private String actor() {
        return caller.actor().name();
    }
}
