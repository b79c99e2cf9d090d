package io.lintel.admin.account;

import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What programs can ask, as a page to read: made of the same document as /api/v1/openapi. */
@Path("/admin/api")
@Produces(MediaType.TEXT_HTML)
public class ApiPageResource {

    private final OpenApiDocumentService document;
    private final Pages pages;

    ApiPageResource(OpenApiDocumentService document, Pages pages) {
        this.document = document;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance api(Page page, List<ApiView.Group> groups);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String page() {
        byte[] json = document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        return Templates.api(pages.page("API", Section.ME), ApiView.groups(new JsonObject(Buffer.buffer(json))))
                .render();
    }
}
