package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.json.GroupJson;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.schedule.ScheduleName;
import io.lintel.schedule.ScheduleSnapshot;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.ScheduleService;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups of people, who share schedules. */
@Path("/api/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class GroupsApi {

    private final ScheduleService service;
    private final Caller caller;

    GroupsApi(ScheduleService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** @param schedules null: unchanged */
    @RegisterForReflection
    @Schema(name = "GroupDraft")
    public record Draft(@Nullable String name, @Nullable List<Long> schedules) {}

    /** People, by number. */
    @RegisterForReflection
    public record Members(
            @Nullable List<Long> join, @Nullable List<Long> leave) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "All groups")
    public Paging<GroupJson> list() {
        ScheduleSnapshot snapshot = service.snapshot();
        return Paging.all(snapshot.groups().stream()
                .map(each -> GroupJson.of(each, snapshot))
                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One group with its members")
    public GroupJson one(@PathParam("id") long id) {
        return json(service.group(new Group.Id(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @APIResponseSchema(value = GroupJson.class, responseCode = "201")
    @Operation(summary = "Makes a group")
    public Response add(Draft body) {
        Draft draft = Bodies.needed(body);
        Set<Schedule.Id> schedules = PersonAccessApi.scheduleIds(draft.schedules());
        Group added = service.addGroup(
                actor(),
                new ScheduleName(draft.name() == null ? "" : draft.name()),
                schedules == null ? Set.of() : schedules);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/groups/" + added.id())
                .entity(json(added))
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Changes name and schedules of a group")
    public GroupJson change(@PathParam("id") long id, Draft body) {
        Draft draft = Bodies.needed(body);
        return json(service.changeGroup(
                actor(),
                new Group.Id(id),
                draft.name() == null ? null : new ScheduleName(draft.name()),
                PersonAccessApi.scheduleIds(draft.schedules())));
    }

    @POST
    @Path("{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Puts people into a group or takes them out")
    public GroupJson members(@PathParam("id") long id, Members body) {
        Members members = Bodies.needed(body);
        return json(service.changeMembers(actor(), new Group.Id(id), people(members.join()), people(members.leave())));
    }

    /** @param withMembers true: also while it has members, who lose the schedules that it gives them */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Removes a group; its people stay enrolled")
    public void remove(@PathParam("id") long id, @QueryParam("withMembers") boolean withMembers) {
        service.removeGroup(actor(), new Group.Id(id), withMembers);
    }

    private GroupJson json(Group group) {
        return GroupJson.of(group, service.snapshot());
    }

    private static Set<PersonId> people(@Nullable List<Long> ids) {
        return ids == null ? Set.of() : ids.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private String actor() {
        return caller.actor().name();
    }
}
