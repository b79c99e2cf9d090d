package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonSummary;
import io.lintel.gallery.ValiditySpan;
import io.lintel.schedule.Group;
import io.lintel.schedule.Schedule;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.InitialAccess;
import io.lintel.service.PeopleExportService;
import io.lintel.service.PeopleService;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several people at once: the page that says who was chosen and what can be done with them, and the doing. */
@Path("/admin/people/selection")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class SelectionResource {

    private static final String PEOPLE = "/admin/people";
    private static final int AT_ONCE = 500;

    private final PeopleService service;
    private final ScheduleService schedules;
    private final PeopleExportService exports;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    SelectionResource(
            PeopleService service,
            ScheduleService schedules,
            PeopleExportService exports,
            ZoneId zone,
            Pages pages,
            Caller caller) {
        this.service = service;
        this.schedules = schedules;
        this.exports = exports;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance selection(Page page, SelectionView chosen, AccessForm access);
    }

    /** @param all everybody whom the list shows on all of its pages, not only those who are ticked */
    @GET
    public Response choose(
            @BeanParam PeopleParameters asked,
            @QueryParam("person") @Nullable List<String> ticked,
            @QueryParam("all") @Nullable String all) {
        List<PersonSummary> chosen = all != null
                ? exports.all(asked.filter().query(AT_ONCE))
                : ticked == null ? List.of() : exports.all(numbers(String.join(",", ticked)));
        if (chosen.isEmpty()) {
            return pages.back(
                    asked.filter().path(), FlashMessage.warning("Nobody is chosen", "tick people in the list first"));
        }
        return Response.ok(Templates.selection(
                                pages.page("Several people", Section.PEOPLE),
                                SelectionView.of(chosen),
                                AccessForm.of(InitialAccess.NONE, schedules.snapshot()))
                        .render())
                .build();
    }

    /** The list as a file, as it is filtered. */
    @GET
    @Path("export")
    @Produces("text/csv")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Response exportList(@BeanParam PeopleParameters asked) {
        return file(exports.all(asked.filter().query(AT_ONCE)));
    }

    @POST
    @Path("export")
    @Produces("text/csv")
    public Response export(@FormParam("people") @DefaultValue("") String people) {
        return file(exports.all(numbers(people)));
    }

    private Response file(List<PersonSummary> list) {
        return Response.ok(exports.csv(actor(), list), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"lintel-people-" + LocalDate.now(zone) + ".csv\"")
                .build();
    }

    @POST
    @Path("group")
    public Response group(
            @FormParam("people") @DefaultValue("") String people,
            @FormParam("group") long group,
            @FormParam("change") @DefaultValue("") String change) {
        return done(() -> {
            Set<PersonId> chosen = enrolled(people);
            boolean join = change.equals("add");
            schedules.changeMembers(actor(), new Group.Id(group), join ? chosen : Set.of(), join ? Set.of() : chosen);
            return withDefault(chosen, (join ? "In the group now: " : "Not in the group any more: ") + chosen.size());
        });
    }

    @POST
    @Path("schedule")
    public Response schedule(
            @FormParam("people") @DefaultValue("") String people,
            @FormParam("schedule") long schedule,
            @FormParam("change") @DefaultValue("") String change) {
        return done(() -> {
            Set<PersonId> chosen = enrolled(people);
            boolean add = change.equals("add");
            schedules.assign(actor(), new Schedule.Id(schedule), chosen, List.of(), add);
            return withDefault(
                    chosen, (add ? "With this schedule now: " : "Without this schedule now: ") + chosen.size());
        });
    }

    /** Who has neither group nor schedule is let in by the default one: that must not happen unnoticed. */
    private FlashMessage withDefault(Set<PersonId> people, String done) {
        long byDefault = people.stream()
                .filter(person -> schedules.assignment(person).byDefault())
                .count();
        return byDefault == 0
                ? FlashMessage.good(done)
                : FlashMessage.warning(
                        done + ", and " + byDefault + " of them have the default schedule: "
                                + schedules.snapshot().defaultSchedule().name(),
                        "give them a schedule of their own if that is too much");
    }

    @POST
    @Path("validity")
    public Response validity(
            @FormParam("people") @DefaultValue("") String people,
            @FormParam("valid_from") @DefaultValue("") String from,
            @FormParam("valid_until") @DefaultValue("") String until) {
        return done(() -> {
            ValiditySpan span = PersonForm.validity(from, until, zone);
            int changed = service.editAll(actor(), numbers(people), person -> person.withValidity(span))
                    .size();
            return FlashMessage.good("Validity changed: " + changed);
        });
    }

    @POST
    @Path("disable")
    public Response disable(@FormParam("people") @DefaultValue("") String people) {
        return done(() ->
                FlashMessage.good("Disabled: " + enable(people, false) + "; the door stays shut for them from now on"));
    }

    @POST
    @Path("enable")
    public Response enable(@FormParam("people") @DefaultValue("") String people) {
        return done(() -> FlashMessage.good("Enabled again: " + enable(people, true)));
    }

    private int enable(String people, boolean on) {
        return service.editAll(actor(), numbers(people), person -> person.withEnabled(on))
                .size();
    }

    @POST
    @Path("delete")
    public Response delete(
            @FormParam("people") @DefaultValue("") String people, @FormParam("sure") @Nullable String sure) {
        return done(() -> {
            if (sure == null) {
                throw new GalleryException("Nobody was deleted", "tick that they are to be deleted for good");
            }
            return FlashMessage.good("Deleted for good: "
                    + service.removeAll(actor(), numbers(people)).size());
        });
    }

    private Response done(Supplier<FlashMessage> change) {
        try {
            return pages.back(PEOPLE, change.get());
        } catch (LintelException e) {
            return pages.back(PEOPLE, FlashMessage.of(e));
        }
    }

    private Set<PersonId> enrolled(String people) {
        return exports.all(numbers(people)).stream()
                .map(each -> each.person().id())
                .collect(Collectors.toSet());
    }

    private static List<PersonId> numbers(String people) {
        return Arrays.stream(people.split(","))
                .filter(number -> number.matches("\\d{1,18}"))
                .map(number -> new PersonId(Long.parseLong(number)))
                .distinct()
                .toList();
    }

    private String actor() {
        return caller.actor().name();
    }
}
