package io.lintel.admin.probe;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupPicture;
import io.lintel.system.LintelException;
import io.lintel.web.LookupUploads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Is this that person? */
@Path("/admin/verify")
@Produces(MediaType.TEXT_HTML)
public class VerifyResource {

    private static final int MOST_PEOPLE = 5000;

    private final People people;
    private final Pages pages;
    private final Caller caller;
    private final FaceLookupService service;
    private final LookupPresenter findings;
    private final TemporaryImages crops;

    VerifyResource(
            People people,
            Pages pages,
            Caller caller,
            FaceLookupService service,
            LookupPresenter findings,
            TemporaryImages crops) {
        this.people = people;
        this.pages = pages;
        this.caller = caller;
        this.service = service;
        this.findings = findings;
        this.crops = crops;
    }

    @CheckedTemplate(basePath = "probe")
    static class Templates {
        static native TemplateInstance verify(Page page, List<PersonChoice> people, @Nullable LookupView finding);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form(@QueryParam("person") long person) {
        return render(page(), person, null);
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response verify(
            @RestForm("person") long person,
            @RestForm("photo") @Nullable FileUpload photo,
            @RestForm("camera") @Nullable String camera) {
        try {
            LookupPicture picture = picture(photo, camera);
            LookupView finding = findings.of(service.verify(caller.actor().name(), new PersonId(person), picture));
            return Response.ok(render(page(), person, finding)).build();
        } catch (LintelException e) {
            return Response.status(HttpProblem.statusOf(e))
                    .entity(render(page().with(FlashMessage.of(e)), person, null))
                    .build();
        }
    }

    /** An aligned face of an answer, for as long as it is kept. */
    @GET
    @Path("faces/{key}")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public byte[] face(@PathParam("key") String key) {
        return crops.find(key).orElseThrow(() -> HttpProblem.notFound("This face is not kept any more"));
    }

    static LookupPicture picture(@Nullable FileUpload photo, @Nullable String camera) {
        return camera != null
                ? new LookupPicture.CameraPicture()
                : LookupUploads.of(photo)
                        .orElseThrow(
                                () -> new LintelException("There is no photo", "choose a photo, or use the camera"));
    }

    private Page page() {
        return pages.page("Verify", Section.PROBE);
    }

    private String render(Page page, long person, @Nullable LookupView finding) {
        List<PersonChoice> choices = people.list("", MOST_PEOPLE, 0).stream()
                .map(each -> new PersonChoice(
                        each.person().id().value(),
                        each.person().name().value(),
                        each.person().id().value() == person))
                .toList();
        return Templates.verify(page, choices, finding).render();
    }
}
