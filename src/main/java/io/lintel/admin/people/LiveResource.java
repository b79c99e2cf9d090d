package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.gallery.enrolment.live.LiveEnrolment;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.InitialAccess;
import io.lintel.service.LiveEnrolmentService;
import io.lintel.service.ScheduleService;
import io.lintel.system.LintelException;
import io.lintel.wiring.ImmediateSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enrolling at the door's camera with live guidance. Without scripts the page loads itself anew each second. */
@Path("/admin/people/live")
@Produces(MediaType.TEXT_HTML)
public class LiveResource {

    private final LiveEnrolmentService service;
    private final ScheduleService schedules;
    private final People people;
    private final ImmediateSettings settings;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    LiveResource(
            LiveEnrolmentService service,
            ScheduleService schedules,
            People people,
            ImmediateSettings settings,
            ZoneId zone,
            Pages pages,
            Caller caller) {
        this.service = service;
        this.schedules = schedules;
        this.people = people;
        this.settings = settings;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance liveForm(Page page, PersonForm form, AccessForm access);

        static native TemplateInstance live(Page page, String key, LiveView state);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return Templates.liveForm(
                        pages.page("Enrol at the camera", Section.PEOPLE),
                        PersonForm.empty(
                                pages.language().say(settings.now().people().consentText())),
                        AccessForm.of(InitialAccess.NONE, schedules.snapshot()))
                .render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response begin(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("valid_from") @DefaultValue("") String validFrom,
            @FormParam("valid_until") @DefaultValue("") String validUntil,
            @FormParam("consent") @Nullable String consent,
            @FormParam("purpose") @DefaultValue("") String purpose,
            @FormParam("keep_days") @DefaultValue("") String keepDays,
            @FormParam("group") @Nullable List<Long> groups,
            @FormParam("schedule") @Nullable List<Long> itsSchedules) {
        InitialAccess access = AccessForm.ticked(groups, itsSchedules);
        PersonForm form = new PersonForm(name, note, validFrom, validUntil, consent != null, purpose, keepDays);
        try {
            LiveEnrolment begun = service.start(caller.actor().name(), form.draft(zone, Instant.now()), access);
            return pages.back("/admin/people/live/" + begun.key());
        } catch (LintelException e) {
            Page page = pages.page("Enrol at the camera", Section.PEOPLE).with(FlashMessage.of(e));
            return Response.status(422)
                    .entity(Templates.liveForm(page, form.shortened(), AccessForm.of(access, schedules.snapshot()))
                            .render())
                    .build();
        }
    }

    /** More shots of somebody who is enrolled. */
    @POST
    @Path("person/{id: [0-9]{1,18}}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response beginMore(@PathParam("id") long id) {
        try {
            LiveEnrolment begun = service.startMore(caller.actor().name(), new PersonId(id));
            return pages.back("/admin/people/live/" + begun.key());
        } catch (LintelException e) {
            return pages.back("/admin/people/" + id, FlashMessage.of(e));
        }
    }

    @GET
    @Path("{key: [0-9a-f]{24}}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String watch(@PathParam("key") String key) {
        LiveEnrolment live = find(key);
        return Templates.live(
                        pages.page("Enrol " + subject(live), Section.PEOPLE),
                        key,
                        LiveView.of(live.state(), subject(live)))
                .render();
    }

    @GET
    @Path("{key: [0-9a-f]{24}}/state")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public LiveView state(@PathParam("key") String key) {
        LiveEnrolment live = find(key);
        return LiveView.of(live.state(), subject(live)).in(pages.language());
    }

    @GET
    @Path("{key: [0-9a-f]{24}}/picture")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response picture(@PathParam("key") String key) {
        byte[] jpeg = find(key).jpeg();
        return jpeg.length == 0
                ? Response.noContent().build()
                : Response.ok(jpeg).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("{key: [0-9a-f]{24}}/cancel")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response cancel(@PathParam("key") String key) {
        find(key).cancel();
        return pages.back("/admin/people", FlashMessage.good("The enrolment was cancelled; nothing was stored"));
    }

    /** Confirms that the person is not the one they look like. */
    @POST
    @Path("{key: [0-9a-f]{24}}/somebody-else")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response somebodyElse(@PathParam("key") String key) {
        find(key).allowLookAlike();
        return pages.back("/admin/people/live/" + key);
    }

    private LiveEnrolment find(String key) {
        return service.find(key);
    }

    private String subject(LiveEnrolment live) {
        return switch (live.subject()) {
            case GuidedSubject.NewPerson fresh -> fresh.draft().name().value();
            case GuidedSubject.Existing known ->
                people.find(known.person())
                        .map(Person::name)
                        .map(Object::toString)
                        .orElse("a person");
        };
    }
}
