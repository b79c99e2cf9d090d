package io.lintel.api;

import io.lintel.access.schedule.PeriodLine;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.timetable.DoorPlan;
import io.lintel.timetable.NamedSchedule;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.ScheduleDraft;
import io.lintel.timetable.ScheduleId;
import io.lintel.timetable.TimetableSnapshot;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Named schedules, and what is set with them. */
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class SchedulesApi {

    private final TimetableDesk timetable;
    private final Caller caller;

    SchedulesApi(TimetableDesk timetable, Caller caller) {
        this.timetable = timetable;
        this.caller = caller;
    }

    /**
     * @param periods such as {@code Mon-Fri 08:00-18:00} or {@code holidays 10:00-14:00}
     * @param openNow whether it allows now
     * @param until when that changes; null: not within a year
     */
    @RegisterForReflection
    public record Schedule(
            long id,
            String name,
            boolean builtIn,
            List<String> periods,
            boolean ignoresHolidays,
            boolean openNow,
            @Nullable Instant until) {}

    /** What can be written. */
    @RegisterForReflection
    public record Draft(@Nullable String name, @Nullable List<String> periods, boolean ignoresHolidays) {}

    /**
     * @param defaultSchedule of people who have none
     * @param doorSchedule when the door stands unlocked by itself; null: never
     * @param doorWaitsForFirstPerson whether that begins, each time, with the first person let in
     * @param timeZone of all schedules; a setting of the program, not changed here
     */
    @RegisterForReflection
    public record Settings(
            long defaultSchedule,
            @Nullable Long doorSchedule,
            boolean doorWaitsForFirstPerson,
            @Nullable String timeZone) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Paging<Schedule> list() {
        TimetableDesk desk = desk();
        return Paging.all(
                desk.now().schedules().stream().map(each -> json(each, desk)).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Schedule one(@PathParam("id") long id) {
        TimetableDesk desk = desk();
        return json(desk.schedule(new ScheduleId(id)), desk);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response add(Draft draft) {
        TimetableDesk desk = desk();
        Schedule added = json(desk.addSchedule(actor(), parsed(draft)), desk);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/schedules/" + added.id())
                .entity(added)
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Schedule change(@PathParam("id") long id, Draft draft) {
        TimetableDesk desk = desk();
        return json(
                desk.changeSchedule(actor(), new ScheduleId(id), parsed(draft)).after(), desk);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    public void remove(@PathParam("id") long id) {
        desk().removeSchedule(actor(), new ScheduleId(id));
    }

    @GET
    @Path("settings")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Settings settings() {
        TimetableDesk desk = desk();
        TimetableSnapshot now = desk.now();
        ScheduleId door = now.door().schedule();
        return new Settings(
                now.defaultSchedule().id().value(),
                door == null ? null : door.value(),
                now.door().waitsForFirstPerson(),
                desk.zone().getId());
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Settings set(Settings wanted) {
        TimetableDesk desk = desk();
        Long door = wanted.doorSchedule();
        DoorPlan plan =
                door == null ? DoorPlan.NONE : new DoorPlan(new ScheduleId(door), wanted.doorWaitsForFirstPerson());
        // Both exist before either is changed.
        desk.schedule(new ScheduleId(wanted.defaultSchedule()));
        if (plan.schedule() != null) {
            desk.schedule(plan.schedule());
        }
        desk.setDefault(actor(), new ScheduleId(wanted.defaultSchedule()));
        desk.setDoor(actor(), plan);
        return settings();
    }

    private static ScheduleDraft parsed(Draft draft) {
        List<String> periods = draft.periods() == null ? List.of() : draft.periods();
        return new ScheduleDraft(
                new PlanName(draft.name() == null ? "" : draft.name()),
                periods.stream().map(PeriodLine::parse).toList(),
                draft.ignoresHolidays());
    }

    private static Schedule json(NamedSchedule schedule, TimetableDesk desk) {
        TimetableDesk.Opening opening = desk.opening(schedule.rule(), Instant.now());
        return new Schedule(
                schedule.id().value(),
                schedule.name().value(),
                schedule.builtIn(),
                schedule.lines().stream().map(PeriodLine::toString).toList(),
                schedule.ignoresHolidays(),
                opening.open(),
                opening.until());
    }

    private TimetableDesk desk() {
        timetable.now();
        return timetable;
    }

    private String actor() {
        return caller.actor().name();
    }
}
