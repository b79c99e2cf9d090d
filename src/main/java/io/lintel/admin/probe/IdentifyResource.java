package io.lintel.admin.probe;

import io.lintel.security.Roles;
import io.lintel.security.Caller;
import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.system.LintelException;
import io.lintel.wiring.House;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Who is this? */
@Path("/admin/identify")
@Produces(MediaType.TEXT_HTML)
public class IdentifyResource {

    /** A request's worth; the interface for programs takes as many. */
    public static final int MOST_PHOTOS = 20;

    private final House house;
    private final Pages pages;
    private final Caller caller;
    private final ProbeDesk desk;
    private final Findings findings;

    IdentifyResource(House house, Pages pages, Caller caller, ProbeDesk desk, Findings findings) {
        this.house = house;
        this.pages = pages;
        this.caller = caller;
        this.desk = desk;
        this.findings = findings;
    }

    @CheckedTemplate(basePath = "probe")
    static class Templates {
        static native TemplateInstance identify(Page page, int most, List<Finding> findings);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return Templates.identify(page(), MOST_PHOTOS, List.of()).render();
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response identify(
            @RestForm("photos") @Nullable List<FileUpload> photos, @RestForm("camera") @Nullable String camera) {
        try {
            List<ProbePicture> pictures = camera == null ? pictures(photos) : List.of(new ProbePicture.Live(house));
            List<Finding> found = desk.identify(caller.actor().name(), pictures).stream()
                    .flatMap(photo -> findings.of(photo).stream())
                    .toList();
            return Response.ok(Templates.identify(page(), MOST_PHOTOS, found).render())
                    .build();
        } catch (LintelException e) {
            Page again = page().with(Notice.of(e));
            return Response.status(VerifyResource.status(e))
                    .entity(Templates.identify(again, MOST_PHOTOS, List.of()).render())
                    .build();
        }
    }

    /** @throws LintelException if there is none, or there are too many */
    public static List<ProbePicture> pictures(@Nullable List<FileUpload> photos) {
        List<ProbePicture> pictures = new ArrayList<>();
        for (FileUpload photo : photos == null ? List.<FileUpload>of() : photos) {
            ProbePicture picture = ProbePicture.of(photo);
            if (picture != null) {
                pictures.add(picture);
            }
        }
        if (pictures.isEmpty()) {
            throw new LintelException("There is no photo", "choose one or several photos, or use the camera");
        }
        if (pictures.size() > MOST_PHOTOS) {
            throw new LintelException(
                    "These are " + pictures.size() + " photos, the most at once are " + MOST_PHOTOS,
                    "send them in several parts");
        }
        return pictures;
    }

    private Page page() {
        return pages.page("Identify", Section.PROBE);
    }
}
