package io.lintel.admin.log;

import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.audit.chain.PublicAuditKey;
import io.lintel.security.Roles;
import io.lintel.service.LogService;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the log is as it was written, and the key that proves it. */
@Path("/admin/log/verify")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
public class LogVerificationResource {

    private final LogService log;
    private final Pages pages;

    LogVerificationResource(LogService log, Pages pages) {
        this.log = log;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "log")
    static class Templates {
        static native TemplateInstance verify(Page page, @Nullable LogVerdict verdict, String key, String fingerprint);
    }

    @GET
    public String form() {
        return page(null);
    }

    /** Reads the whole log: some 10 s for a million rows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String verify() {
        return page(LogVerdict.of(log.verify(List.of(), null)));
    }

    private String page(@Nullable LogVerdict verdict) {
        PublicAuditKey key = log.publicKey();
        return Templates.verify(pages.page("Verify the log", Section.LOG), verdict, key.text(), key.fingerprint())
                .render();
    }
}
