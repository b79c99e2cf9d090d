package io.lintel.admin.people;

import io.lintel.admin.page.Notice;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.config.LintelConfig;
import io.lintel.gallery.Consent;
import io.lintel.gallery.bulk.ImportDesk;
import io.lintel.gallery.bulk.ImportLimits;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ZipSource;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.PeopleImportService;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Many people at once from a ZIP, with a line for every file. */
@Path("/admin/people/import")
@Produces(MediaType.TEXT_HTML)
public class ImportResource {

    private final PeopleImportService service;
    private final java.nio.file.Path folder;
    private final Pages pages;
    private final Caller caller;

    ImportResource(PeopleImportService service, LintelConfig config, Pages pages, Caller caller) {
        this.service = service;
        this.folder = config.data().folder();
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance importForm(Page page, String running, String usualPurpose, String limits);

        static native TemplateInstance importReport(Page page, String key, ImportView report);
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
            Consent agreed = consent == null ? null : new Consent(Instant.now(), PeopleResource.text(purpose));
            java.nio.file.Path kept = keep(zip);
            ImportDesk.Job job;
            try {
                job = service.start(
                        caller.actor().name(),
                        () -> ZipSource.open(kept, ImportLimits.DEFAULT),
                        new ImportOptions(false, agreed),
                        () -> forget(kept));
            } catch (RuntimeException e) {
                forget(kept);
                throw e;
            }
            return pages.back("/admin/people/import/" + job.key());
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(rendered(pages.page("Import people", Section.PEOPLE).with(Notice.of(e))))
                    .build();
        }
    }

    @GET
    @Path("{key: [0-9a-f-]{36}}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String report(@PathParam("key") String key) {
        ImportDesk.Job job = find(key);
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
                        PersonForm.USUAL_PURPOSE,
                        "200 MB, " + limits.files() + " files, " + limits.photosAPerson() + " pictures of one person")
                .render();
    }

    private ImportDesk.Job find(String key) {
        return service.find(key);
    }

    /** The upload itself goes with its request; the import takes longer. */
    private java.nio.file.Path keep(FileUpload zip) {
        try {
            java.nio.file.Path kept = Files.createTempFile(folder, "import-", ".zip");
            return Files.move(zip.uploadedFile(), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LintelException(
                    "The ZIP cannot be kept in the data folder: " + e.getMessage(), "make room on the disk", e);
        }
    }

    private static void forget(java.nio.file.Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            System.getLogger(ImportResource.class.getName())
                    .log(System.Logger.Level.WARNING, "import file=" + kept + " cannot be deleted", e);
        }
    }
}
