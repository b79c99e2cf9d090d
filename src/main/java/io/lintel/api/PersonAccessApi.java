package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.schedule.Assignment;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.ScheduleService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which schedules and groups a person has, and what follows from them. */
@Path("/api/v1/people/{person}/access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class PersonAccessApi {

    private final ScheduleService service;
    private final Caller caller;

    PersonAccessApi(ScheduleService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * @param schedules of the person's own
     * @param groups that the person is in
     * @param inForce the names of all that count; one that allows is enough
     * @param byDefault whether none was assigned, so that the default counts
     * @param allowedNow whether one of them allows now
     */
    @RegisterForReflection
    public record Access(
            List<Long> schedules, List<Long> groups, List<String> inForce, boolean byDefault, boolean allowedNow) {}

    /** What can be changed; null: unchanged. */
    @RegisterForReflection
    @Schema(name = "AccessDraft")
    public record Wanted(
            @Nullable List<Long> schedules, @Nullable List<Long> groups) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "Schedules and groups of a person, and whether they may enter now")
    public Access access(@PathParam("person") long person) {
        Assignment assignment = service.assignment(new PersonId(person));
        return new Access(
                assignment.own().stream().map(Schedule.Id::value).sorted().toList(),
                assignment.groups().stream().map(each -> each.id().value()).toList(),
                assignment.inForce().stream().map(each -> each.name().value()).toList(),
                assignment.byDefault(),
                assignment.inForce().stream()
                        .anyMatch(each -> service.state(each).open()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Sets schedules and groups of a person")
    public Access set(@PathParam("person") long person, Wanted body) {
        Wanted wanted = Bodies.needed(body);
        List<Long> groups = wanted.groups();
        service.setAccess(
                caller.actor().name(),
                new PersonId(person),
                scheduleIds(wanted.schedules()),
                groups == null ? null : groups.stream().map(Group.Id::new).collect(Collectors.toSet()));
        return access(person);
    }

    static @Nullable Set<Schedule.Id> scheduleIds(@Nullable List<Long> ids) {
        return ids == null ? null : ids.stream().map(Schedule.Id::new).collect(Collectors.toSet());
    }
}
