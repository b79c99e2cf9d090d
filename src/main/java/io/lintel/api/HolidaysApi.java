package io.lintel.api;

import io.lintel.json.HolidayJson;
import io.lintel.schedule.Holiday;
import io.lintel.schedule.ScheduleName;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.HolidayService;
import io.lintel.service.ScheduleService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Days on which schedules may differ from the week. */
@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class HolidaysApi {

    private final ScheduleService service;
    private final Caller caller;

    HolidaysApi(ScheduleService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** @param last null: one day */
    @RegisterForReflection
    @Schema(name = "HolidayDraft")
    public record Draft(
            @Nullable String name,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean everyYear) {}

    /** @param known how many were in the calendar already */
    @RegisterForReflection
    public record Imported(List<HolidayJson> added, int known, List<Skipped> skipped) {}

    /** An event of the file that is not a holiday. */
    @RegisterForReflection
    public record Skipped(String event, String why) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "All holidays, by their first day")
    public Paging<HolidayJson> list() {
        return Paging.all(
                service.snapshot().holidays().stream().map(HolidayJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @APIResponseSchema(value = HolidayJson.class, responseCode = "201")
    @Operation(summary = "Adds a holiday")
    public Response add(Draft body) {
        List<Holiday.Stored> added =
                service.holidays().add(caller.actor().name(), List.of(parsed(Bodies.needed(body))));
        if (added.isEmpty()) {
            throw new HttpProblem(409, "The holiday is in the calendar already", "nothing needs to be done");
        }
        return Response.status(Response.Status.CREATED)
                .entity(HolidayJson.of(added.getFirst()))
                .build();
    }

    static Holiday parsed(Draft draft) {
        LocalDate first = draft.first();
        if (first == null) {
            throw new HttpProblem(422, "The holiday has no first day", "send first, such as 2026-12-25");
        }
        return new Holiday(
                new ScheduleName(draft.name() == null ? "" : draft.name()),
                first,
                draft.last() == null ? first : draft.last(),
                draft.everyYear());
    }

    /** Whole-day events of an iCalendar file. */
    @POST
    @Path("import")
    @Consumes("text/calendar")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Adds the holidays of a calendar file (iCalendar)")
    public Imported importFile(byte[] calendar) {
        HolidayService.Imported done =
                service.holidays().importFile(caller.actor().name(), calendar);
        return new Imported(
                done.added().stream().map(HolidayJson::of).toList(),
                done.known(),
                done.found().skipped().stream()
                        .map(each -> new Skipped(each.event(), each.why()))
                        .toList());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Removes a holiday")
    public void remove(@PathParam("id") long id) {
        service.holidays().remove(caller.actor().name(), new Holiday.Id(id));
    }
}
