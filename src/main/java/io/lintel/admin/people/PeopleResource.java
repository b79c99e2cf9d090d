package io.lintel.admin.people;

import io.lintel.account.Role;
import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.People;
import io.lintel.gallery.PeoplePage;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.schedule.Schedules;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.FaceLookupService;
import io.lintel.service.PendingEnrolments;
import io.lintel.service.PeopleService;
import io.lintel.system.LintelException;
import io.lintel.web.PhotoUploads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Everybody who is enrolled, and enrolling somebody from photos. */
@Path("/admin/people")
@Produces(MediaType.TEXT_HTML)
public class PeopleResource {

    private static final int ON_A_PAGE = 60;

    private final PeopleService service;
    private final PendingEnrolments pending;
    private final People people;
    private final Schedules schedules;
    private final FaceLookupService lookups;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    PeopleResource(
            PeopleService service,
            PendingEnrolments pending,
            People people,
            Schedules schedules,
            FaceLookupService lookups,
            ZoneId zone,
            Pages pages,
            Caller caller) {
        this.service = service;
        this.pending = pending;
        this.people = people;
        this.schedules = schedules;
        this.lookups = lookups;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance list(
                Page page,
                PeopleFilter filter,
                List<PeopleFilter.Choice> statuses,
                List<PeopleFilter.GroupChoice> groups,
                List<PersonCard> people,
                String next,
                boolean first,
                boolean mayEnrol);

        static native TemplateInstance create(Page page, PersonForm form, List<ShotProblem> problems);

        static native TemplateInstance confirm(Page page, String key, String name, List<LookAlikeView> lookAlikes);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("group") @Nullable String group,
            @QueryParam("after") @Nullable String after) {
        PeopleFilter filter = new PeopleFilter(q.length() > 200 ? q.substring(0, 200) : q, status, number(group));
        Long from = number(after);
        PeoplePage found = people.page(filter.query(from, ON_A_PAGE));
        Instant now = Instant.now();
        return Templates.list(
                        pages.page("People", Section.PEOPLE),
                        filter,
                        filter.statuses(people.count()),
                        filter.groups(schedules.snapshot().groups()),
                        found.people().stream()
                                .map(summary -> PersonCard.of(summary, now))
                                .toList(),
                        found.next() == null ? "" : filter.path(filter.status(), found.next()),
                        from == null,
                        caller.isOneOf(Role.ADMIN, Role.OPERATOR))
                .render();
    }

    @GET
    @Path("new")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return Templates.create(pages.page("Add a person", Section.PEOPLE), PersonForm.empty(), List.of())
                .render();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response enrol(
            @RestForm @Nullable String name,
            @RestForm @Nullable String note,
            @RestForm("valid_from") @Nullable String validFrom,
            @RestForm("valid_until") @Nullable String validUntil,
            @RestForm @Nullable String consent,
            @RestForm @Nullable String purpose,
            @RestForm("keep_days") @Nullable String keepDays,
            @RestForm("photos") @Nullable List<FileUpload> photos) {
        PersonForm form = new PersonForm(
                text(name),
                text(note),
                text(validFrom),
                text(validUntil),
                consent != null,
                text(purpose),
                text(keepDays));
        try {
            EnrolmentOutcome outcome = service.enrol(
                    caller.actor().name(), form.draft(zone, Instant.now()), PhotoUploads.of(photos), false);
            return switch (outcome) {
                case EnrolmentOutcome.Enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) ->
                    enrolled(result, warnings);
                case EnrolmentOutcome.Refused(List<ShotProblem> problems) -> refused(form, problems);
                case EnrolmentOutcome.NeedsConfirmation asked ->
                    pages.back("/admin/people/confirm/"
                            + pending.keep(caller.actor().name(), form.name().strip(), asked));
            };
        } catch (LintelException e) {
            return again(form, pages.page("Add a person", Section.PEOPLE).with(Notice.of(e)), List.of());
        }
    }

    /** The new person looks like somebody: is it the same? */
    @GET
    @Path("confirm/{key}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response confirmation(@PathParam("key") String key) {
        Optional<PendingEnrolments.Pending> waiting =
                pending.find(caller.actor().name(), key);
        if (waiting.isEmpty()) {
            return tooLate();
        }
        List<LookAlikeView> lookAlikes = LookAlikeView.of(waiting.get().warnings(), people, lookups);
        Page page = pages.page("Is this somebody else?", Section.PEOPLE);
        return Response.ok(Templates.confirm(page, key, waiting.get().name(), lookAlikes)
                        .render())
                .build();
    }

    @POST
    @Path("confirm/{key}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response confirm(@PathParam("key") String key) {
        return pending.confirm(caller.actor().name(), key)
                .map(result -> enrolled(result, List.of()))
                .orElseGet(this::tooLate);
    }

    private Response tooLate() {
        return pages.back(
                "/admin/people/new",
                Notice.warning("This enrolment was not confirmed in ten minutes, or is done", "begin again"));
    }

    private Response enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) {
        String name = result.person().name().value();
        String remark = warnings.stream().map(EnrolmentWarning::message).collect(Collectors.joining(", "));
        Notice notice = remark.isEmpty()
                ? Notice.good(name + " is enrolled and is recognised from now on")
                : Notice.warning(name + " is enrolled, but " + remark, "look whether this person is there twice");
        return pages.back("/admin/people/" + result.person().id(), notice);
    }

    private Response refused(PersonForm form, List<ShotProblem> problems) {
        Page page = pages.page("Add a person", Section.PEOPLE)
                .with(Notice.bad(
                        "Nobody was enrolled, and nothing was stored", "see below what is wrong with the photos"));
        return again(form, page, problems);
    }

    private static Response again(PersonForm form, Page page, List<ShotProblem> problems) {
        return Response.status(422)
                .entity(Templates.create(page, form.shortened(), problems).render())
                .build();
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What is no number in an address does not narrow anything. */
    static @Nullable Long number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
