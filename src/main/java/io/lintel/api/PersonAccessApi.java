package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.timetable.Assignment;
import io.lintel.timetable.GroupId;
import io.lintel.timetable.ScheduleId;
import io.lintel.wiring.TimetableDesk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which schedules and groups a person has, and what follows from them. */
@Path("/api/v1/people/{person}/access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class PersonAccessApi {

    private final TimetableDesk desk;
    private final Caller caller;

    PersonAccessApi(TimetableDesk desk, Caller caller) {
        this.desk = desk;
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

    /** What can be written; null: it stays. */
    @RegisterForReflection
    public record Wanted(
            @Nullable List<Long> schedules, @Nullable List<Long> groups) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Access access(@PathParam("person") long person) {
        Assignment assignment = desk.assignment(new PersonId(person));
        return new Access(
                assignment.own().stream().map(ScheduleId::value).sorted().toList(),
                assignment.groups().stream().map(each -> each.id().value()).toList(),
                assignment.inForce().stream().map(each -> each.name().value()).toList(),
                assignment.byDefault(),
                assignment.inForce().stream()
                        .anyMatch(
                                each -> desk.opening(each.rule(), Instant.now()).open()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Access set(@PathParam("person") long person, Wanted wanted) {
        PersonId id = new PersonId(person);
        desk.assignment(id);
        Set<ScheduleId> schedules = known(desk, wanted.schedules());
        if (wanted.groups() != null) {
            Set<GroupId> groups = wanted.groups().stream().map(GroupId::new).collect(Collectors.toSet());
            desk.setGroupsOf(caller.actor().name(), id, groups);
        }
        if (wanted.schedules() != null) {
            desk.setSchedulesOf(caller.actor().name(), id, schedules);
        }
        return access(person);
    }

    /** @throws io.lintel.timetable.TimetableException if one does not exist */
    static Set<ScheduleId> known(TimetableDesk desk, @Nullable List<Long> ids) {
        return ids == null
                ? Set.of()
                : ids.stream().map(id -> desk.schedule(new ScheduleId(id)).id()).collect(Collectors.toSet());
    }
}
