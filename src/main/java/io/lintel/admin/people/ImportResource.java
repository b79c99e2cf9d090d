package io.lintel.admin.people;

import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.config.LintelConfig;
import io.lintel.gallery.Consent;
import io.lintel.gallery.bulk.ImportJobs;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.PeopleImportService;
import io.lintel.system.LintelException;
import io.lintel.web.UploadFolder;
import io.lintel.wiring.ImmediateSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Many people at once from a ZIP, with a line for every file. */
@Path("/admin/people/import")
@Produces(MediaType.TEXT_HTML)
public class ImportResource {

    private final PeopleImportService service;
    private final ImmediateSettings settings;
    private final UploadFolder uploads;
    private final Pages pages;
    private final Caller caller;

    ImportResource(
            PeopleImportService service, LintelConfig config, ImmediateSettings settings, Pages pages, Caller caller) {
        this.service = service;
        this.settings = settings;
        this.uploads = UploadFolder.of(config);
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance importForm(
                Page page, String running, String usualPurpose, String limits, List<PastImport> past);

        static native TemplateInstance importReport(Page page, String key, ImportView report);
    }

    /** An import that can be taken back. */
    @TemplateData
    public record PastImport(long row, String at, String actor, int people) {}

    /** Takes an import back as a whole. */
    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response undo(@FormParam("row") long row) {
        try {
            int gone = service.undo(caller.actor().name(), row).size();
            return pages.back(
                    "/admin/people/import", FlashMessage.good("The import is taken back; deleted for good: " + gone));
        } catch (LintelException e) {
            return pages.back("/admin/people/import", FlashMessage.of(e));
        }
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String form() {
        return rendered(pages.page("Import people", Section.PEOPLE));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response begin(
            @RestForm("zip") @Nullable FileUpload zip,
            @RestForm @Nullable String consent,
            @RestForm @Nullable String purpose) {
        try {
            if (zip == null || zip.fileName() == null || zip.fileName().isEmpty()) {
                throw new LintelException("There is no ZIP file", "choose one");
            }
            Consent agreed = consent == null ? null : new Consent(Instant.now(), PersonForm.text(purpose));
            return pages.back("/admin/people/import/"
                    + start(uploads.keep(zip.uploadedFile()), agreed).key());
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(rendered(pages.page("Import people", Section.PEOPLE).with(FlashMessage.of(e))))
                    .build();
        }
    }

    private ImportJobs.Job start(java.nio.file.Path kept, @Nullable Consent agreed) {
        return service.startZip(
                caller.actor().name(), kept, new ImportOptions(false, agreed), () -> UploadFolder.forget(kept));
    }

    @GET
    @Path("{key: [0-9a-f-]{36}}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String report(@PathParam("key") String key) {
        ImportJobs.Job job = find(key);
        return Templates.importReport(
                        pages.page("Import people", Section.PEOPLE),
                        key,
                        ImportView.of(job.work().report()))
                .render();
    }

    @GET
    @Path("{key: [0-9a-f-]{36}}/progress")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public ImportView.Progress progress(@PathParam("key") String key) {
        return ImportView.of(find(key).work().report()).progress();
    }

    @POST
    @Path("{key: [0-9a-f-]{36}}/cancel")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response cancel(@PathParam("key") String key) {
        find(key).work().cancel();
        return pages.back("/admin/people/import/" + key);
    }

    private String rendered(Page page) {
        String running =
                service.latest().map(job -> "/admin/people/import/" + job.key()).orElse("");
        ImportLimits limits = ImportLimits.DEFAULT;
        return Templates.importForm(
                        page,
                        running,
                        pages.language().say(settings.now().people().consentText()),
                        "200 MB, " + limits.files() + " files, " + limits.photosAPerson() + " pictures of one person",
                        service.past().stream()
                                .map(each -> new PastImport(
                                        each.row(),
                                        DisplayTime.text(each.at(), pages.zone()),
                                        each.actor(),
                                        each.people()))
                                .toList())
                .render();
    }

    private ImportJobs.Job find(String key) {
        return service.find(key);
    }
}
