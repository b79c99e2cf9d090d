package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.People;
import io.lintel.gallery.Portrait;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FaceLookupService;
import io.lintel.service.InitialAccess;
import io.lintel.service.PendingEnrolments;
import io.lintel.service.PeopleService;
import io.lintel.service.PhotoFile;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
import io.lintel.web.KeptPhotos;
import io.lintel.web.PhotoUploads;
import io.lintel.wiring.ImmediateSettings;
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

/** Enrolling somebody from photos. */
@Path("/admin/people/new")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class EnrolmentResource {

    private static final String HOME = "/admin/people/new";

    private final PeopleService service;
    private final PendingEnrolments pending;
    private final People people;
    private final ScheduleService schedules;
    private final FaceLookupService lookups;
    private final KeptPhotos kept;
    private final ImmediateSettings settings;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    EnrolmentResource(
            PeopleService service,
            PendingEnrolments pending,
            People people,
            ScheduleService schedules,
            FaceLookupService lookups,
            KeptPhotos kept,
            ImmediateSettings settings,
            ZoneId zone,
            Pages pages,
            Caller caller) {
        this.service = service;
        this.pending = pending;
        this.people = people;
        this.schedules = schedules;
        this.lookups = lookups;
        this.kept = kept;
        this.settings = settings;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance create(
                Page page, PersonForm form, AccessForm access, PhotoChoice kept, List<ShotProblem> problems);

        static native TemplateInstance confirm(
                Page page, String key, String name, boolean face, List<LookAlikeView> lookAlikes);
    }

    /** @param photos key of kept photos, such as the picture of a visit */
    @GET
    public String form(@QueryParam("kept") @DefaultValue("") String photos) {
        AccessForm access = AccessForm.of(InitialAccess.NONE, schedules.snapshot());
        String consent = pages.language().say(settings.now().people().consentText());
        PersonForm form = PersonForm.empty(consent);
        PhotoChoice choice = PhotoChoice.of(photos, kept.find(actor(), photos), List.of());
        return Templates.create(page(), form, access, choice, List.of()).render();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response enrol(
            @RestForm @Nullable String name,
            @RestForm @Nullable String note,
            @RestForm("valid_from") @Nullable String validFrom,
            @RestForm("valid_until") @Nullable String validUntil,
            @RestForm @Nullable String consent,
            @RestForm @Nullable String purpose,
            @RestForm("keep_days") @Nullable String keepDays,
            @RestForm("group") @Nullable List<Long> groups,
            @RestForm("schedule") @Nullable List<Long> itsSchedules,
            @RestForm("kept") @Nullable String keptKey,
            @RestForm("kept_photo") @Nullable List<Integer> keptPhotos,
            @RestForm("photos") @Nullable List<FileUpload> photos) {
        Sent sent = new Sent(
                new PersonForm(
                        PersonForm.text(name),
                        PersonForm.text(note),
                        PersonForm.text(validFrom),
                        PersonForm.text(validUntil),
                        consent != null,
                        PersonForm.text(purpose),
                        PersonForm.text(keepDays)),
                AccessForm.ticked(groups, itsSchedules),
                PersonForm.text(keptKey),
                PhotoChoice.sent(kept.find(actor(), PersonForm.text(keptKey)), keptPhotos, PhotoUploads.of(photos)));
        try {
            sent.access().check(schedules);
            return answer(sent, service.enrol(actor(), sent.form().draft(zone, Instant.now()), sent.photos(), false));
        } catch (LintelException e) {
            return again(sent, page().with(FlashMessage.of(e)), List.of());
        }
    }

    /** What was sent. @param before key of the photos that were kept */
    private record Sent(PersonForm form, InitialAccess access, String before, List<PhotoFile> photos) {}

    private Response answer(Sent sent, EnrolmentOutcome outcome) {
        String actor = actor();
        return switch (outcome) {
            case EnrolmentOutcome.Enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) -> {
                sent.access().give(schedules, actor, result.person().id());
                kept.forget(actor, sent.before());
                yield enrolled(result, warnings);
            }
            case EnrolmentOutcome.Refused(List<ShotProblem> problems) ->
                again(
                        sent,
                        page().with(FlashMessage.bad(
                                "Nobody was enrolled, and nothing was stored",
                                "see below what is wrong with the photos")),
                        problems);
            case EnrolmentOutcome.NeedsConfirmation asked -> {
                kept.forget(actor, sent.before());
                String key = pending.keep(
                        actor,
                        sent.form().name().strip(),
                        asked.then(stored -> sent.access()
                                .give(schedules, actor, stored.person().id())));
                yield pages.back(HOME + "/confirm/" + key);
            }
        };
    }

    /** The new person looks like somebody: is it the same? */
    @GET
    @Path("confirm/{key}")
    public Response confirmation(@PathParam("key") String key) {
        Optional<PendingEnrolments.Pending> waiting = pending.find(actor(), key);
        if (waiting.isEmpty()) {
            return tooLate();
        }
        PendingEnrolments.Pending asked = waiting.get();
        return Response.ok(Templates.confirm(
                                pages.page("Is this somebody else?", Section.PEOPLE),
                                key,
                                asked.name(),
                                asked.face() != null,
                                LookAlikeView.of(asked.warnings(), people, lookups))
                        .render())
                .build();
    }

    /** The new person's face. */
    @GET
    @Path("confirm/{key}/face")
    @Produces("image/jpeg")
    public Response face(@PathParam("key") String key) {
        Portrait face = pending.find(actor(), key)
                .map(PendingEnrolments.Pending::face)
                .orElseThrow(() -> HttpProblem.notFound("There is no such picture"));
        return Response.ok(face.jpeg()).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("confirm/{key}")
    public Response confirm(@PathParam("key") String key) {
        return pending.confirm(actor(), key)
                .map(result -> enrolled(result, List.of()))
                .orElseGet(this::tooLate);
    }

    private Response tooLate() {
        return pages.back(
                HOME,
                FlashMessage.warning("This enrolment was not confirmed in ten minutes, or is done", "begin again"));
    }

    private Response enrolled(EnrolledPerson result, List<EnrolmentWarning> warnings) {
        String name = result.person().name().value();
        String remark = warnings.stream().map(EnrolmentWarning::message).collect(Collectors.joining(", "));
        FlashMessage notice = remark.isEmpty()
                ? FlashMessage.good(name + " is enrolled and is recognised from now on")
                : FlashMessage.warning(name + " is enrolled, but " + remark, "look whether this person is there twice");
        return pages.back("/admin/people/" + result.person().id(), notice);
    }

    private Response again(Sent sent, Page page, List<ShotProblem> problems) {
        String key = kept.keep(actor(), sent.before(), sent.photos());
        return Response.status(422)
                .entity(Templates.create(
                                page,
                                sent.form().shortened(),
                                AccessForm.of(sent.access(), schedules.snapshot()),
                                PhotoChoice.of(key, kept.find(actor(), key), problems),
                                problems)
                        .render())
                .build();
    }

    private Page page() {
        return pages.page("Add a person", Section.PEOPLE);
    }

    private String actor() {
        return caller.actor().name();
    }
}
