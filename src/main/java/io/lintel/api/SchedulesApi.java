package io.lintel.api;

import io.lintel.json.ScheduleJson;
import io.lintel.schedule.DoorSchedule;
import io.lintel.schedule.Period;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Named schedules, and what is set with them. */
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class SchedulesApi {

    private final ScheduleService service;
    private final Caller caller;

    SchedulesApi(ScheduleService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** What can be written. */
    @RegisterForReflection
    @Schema(name = "ScheduleDraft")
    public record Draft(@Nullable String name, @Nullable List<String> periods, boolean ignoresHolidays) {}

    /**
     * @param defaultSchedule of people who have none
     * @param doorSchedule when the door stands unlocked; null: never
     * @param doorWaitsForFirstPerson whether each period starts only when the first person has been let in
     * @param timeZone of all schedules; a setting of the program, not changed here
     */
    @RegisterForReflection
    @Schema(name = "ScheduleSettings")
    public record Settings(
            long defaultSchedule,
            @Nullable Long doorSchedule,
            boolean doorWaitsForFirstPerson,
            @Nullable String timeZone) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "All schedules")
    public Paging<ScheduleJson> list() {
        return Paging.all(service.snapshot().schedules().stream()
                .map(each -> ScheduleJson.of(each, service))
                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One schedule")
    public ScheduleJson one(@PathParam("id") long id) {
        return ScheduleJson.of(service.schedule(new Schedule.Id(id)), service);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @APIResponseSchema(value = ScheduleJson.class, responseCode = "201")
    @Operation(summary = "Makes a schedule")
    public Response add(Draft draft) {
        ScheduleJson added = ScheduleJson.of(service.addSchedule(actor(), parsed(Bodies.needed(draft))), service);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/schedules/" + added.id())
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Changes a schedule")
    public ScheduleJson change(@PathParam("id") long id, Draft draft) {
        return ScheduleJson.of(
                service.changeSchedule(actor(), new Schedule.Id(id), parsed(Bodies.needed(draft))), service);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Removes a schedule that nobody has")
    public void remove(@PathParam("id") long id) {
        service.removeSchedule(actor(), new Schedule.Id(id));
    }

    @GET
    @Path("settings")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "The default schedule and the door schedule")
    public Settings settings() {
        ScheduleSnapshot snapshot = service.snapshot();
        DoorSchedule door = snapshot.door();
        return new Settings(
                snapshot.defaultSchedule().id().value(),
                door.schedule() == null ? null : door.schedule().value(),
                door.waitsForFirstPerson(),
                service.zone().getId());
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Sets the default schedule and the door schedule")
    public Settings set(Settings body) {
        Settings wanted = Bodies.needed(body);
        Long door = wanted.doorSchedule();
        service.setDefaultAndDoor(
                actor(),
                new Schedule.Id(wanted.defaultSchedule()),
                door == null
                        ? DoorSchedule.NONE
                        : new DoorSchedule(new Schedule.Id(door), wanted.doorWaitsForFirstPerson()));
        return settings();
    }

    static Schedule.Draft parsed(Draft draft) {
        return new Schedule.Draft(
                new ScheduleName(draft.name() == null ? "" : draft.name()),
                Period.parseList(draft.periods() == null ? List.of() : draft.periods()),
                draft.ignoresHolidays());
    }

    private String actor() {
        return caller.actor().name();
    }
}
