package io.lintel.admin.probe;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Who is this? */
@Path("/admin/identify")
@Produces(MediaType.TEXT_HTML)
public class IdentifyResource {

    private final Pages pages;
    private final Caller caller;
    private final FaceLookupService service;
    private final LookupPresenter findings;

    IdentifyResource(Pages pages, Caller caller, FaceLookupService service, LookupPresenter findings) {
        this.pages = pages;
        this.caller = caller;
        this.service = service;
        this.findings = findings;
    }

    @CheckedTemplate(basePath = "probe")
    static class Templates {
        static native TemplateInstance identify(Page page, int most, List<LookupView> findings);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return Templates.identify(page(), LookupUploads.MOST_PHOTOS, List.of()).render();
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response identify(
            @RestForm("photos") @Nullable List<FileUpload> photos, @RestForm("camera") @Nullable String camera) {
        try {
            List<LookupPicture> pictures =
                    camera == null ? LookupUploads.all(photos) : List.of(new LookupPicture.CameraPicture());
            List<LookupView> found = service.identify(caller.actor().name(), pictures).stream()
                    .flatMap(photo -> findings.of(photo).stream())
                    .toList();
            return Response.ok(Templates.identify(page(), LookupUploads.MOST_PHOTOS, found)
                            .render())
                    .build();
        } catch (LintelException e) {
            Page again = page().with(FlashMessage.of(e));
            return Response.status(HttpProblem.statusOf(e))
                    .entity(Templates.identify(again, LookupUploads.MOST_PHOTOS, List.of())
                            .render())
                    .build();
        }
    }

    private Page page() {
        return pages.page("Identify", Section.PROBE);
    }
}
