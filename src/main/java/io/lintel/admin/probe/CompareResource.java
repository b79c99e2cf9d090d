package io.lintel.admin.probe;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FaceLookupService;
import io.lintel.system.LintelException;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Do two photos show the same person? */
@Path("/admin/compare")
@Produces(MediaType.TEXT_HTML)
public class CompareResource {

    private final Pages pages;
    private final Caller caller;
    private final FaceLookupService service;
    private final LookupPresenter findings;

    CompareResource(Pages pages, Caller caller, FaceLookupService service, LookupPresenter findings) {
        this.pages = pages;
        this.caller = caller;
        this.service = service;
        this.findings = findings;
    }

    @CheckedTemplate(basePath = "probe")
    static class Templates {
        static native TemplateInstance compare(Page page, @Nullable LookupView finding);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return Templates.compare(page(), null).render();
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response compare(
            @RestForm("first") @Nullable FileUpload first,
            @RestForm("second") @Nullable FileUpload second,
            @RestForm("camera") @Nullable String camera) {
        try {
            LookupView finding = findings.of(service.compare(
                    caller.actor().name(),
                    VerifyResource.picture(first, null),
                    VerifyResource.picture(second, camera)));
            return Response.ok(Templates.compare(page(), finding).render()).build();
        } catch (LintelException e) {
            return Response.status(HttpProblem.statusOf(e))
                    .entity(Templates.compare(page().with(FlashMessage.of(e)), null)
                            .render())
                    .build();
        }
    }

    private Page page() {
        return pages.page("Compare", Section.PROBE);
    }
}
