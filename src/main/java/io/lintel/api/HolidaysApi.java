package io.lintel.api;

import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.timetable.HolidayDraft;
import io.lintel.timetable.HolidayId;
import io.lintel.timetable.PlanName;
import io.lintel.timetable.StoredHoliday;
import io.lintel.wiring.TimetableDesk;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Days on which schedules may differ from the week. */
@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schedules")
public class HolidaysApi {

    private final TimetableDesk desk;
    private final Caller caller;

    HolidaysApi(TimetableDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** @param last included */
    @RegisterForReflection
    public record Holiday(long id, String name, LocalDate first, LocalDate last, boolean everyYear) {}

    /** @param last null: one day */
    @RegisterForReflection
    public record Draft(
            @Nullable String name,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean everyYear) {}

    /** @param known how many were there already */
    @RegisterForReflection
    public record Imported(List<Holiday> added, int known, List<Skipped> skipped) {}

    /** An event of the file that is no holiday. */
    @RegisterForReflection
    public record Skipped(String event, String why) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Paging<Holiday> list() {
        return Paging.all(desk.now().holidays().stream().map(HolidaysApi::json).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response add(Draft draft) {
        LocalDate first = draft.first();
        if (first == null) {
            throw new HttpProblem(422, "The holiday has no first day", "send first, such as 2026-12-25");
        }
        HolidayDraft days = new HolidayDraft(
                new PlanName(draft.name() == null ? "" : draft.name()),
                first,
                draft.last() == null ? first : draft.last(),
                draft.everyYear());
        List<StoredHoliday> added = desk.addHolidays(caller.actor().name(), List.of(days));
        if (added.isEmpty()) {
            throw new HttpProblem(409, "The holiday is in the calendar already", "nothing needs to be done");
        }
        return Response.status(Response.Status.CREATED)
                .entity(json(added.getFirst()))
                .build();
    }

    /** Whole-day events of an iCalendar file. */
    @POST
    @Path("import")
    @Consumes("text/calendar")
    @RolesAllowed(Roles.ADMIN)
    public Imported importFile(byte[] calendar) {
        TimetableDesk.Imported done = desk.importHolidays(caller.actor().name(), calendar);
        return new Imported(
                done.added().stream().map(HolidaysApi::json).toList(),
                done.found().holidays().size() - done.added().size(),
                done.found().skipped().stream()
                        .map(each -> new Skipped(each.event(), each.why()))
                        .toList());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    public void remove(@PathParam("id") long id) {
        desk.removeHoliday(caller.actor().name(), new HolidayId(id));
    }

    private static Holiday json(StoredHoliday holiday) {
        HolidayDraft days = holiday.days();
        return new Holiday(holiday.id().value(), days.name().value(), days.first(), days.last(), days.everyYear());
    }
}
