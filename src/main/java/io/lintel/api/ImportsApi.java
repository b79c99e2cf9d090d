package io.lintel.api;

import io.lintel.config.LintelConfig;
import io.lintel.gallery.Consent;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.bulk.ImportEntry;
import io.lintel.gallery.bulk.ImportJobs;
import io.lintel.gallery.bulk.ImportOptions;
import io.lintel.gallery.bulk.ImportReport;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.PeopleImportService;
import io.lintel.web.UploadFolder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Many people at once from a ZIP, as the page "Import people" does it. */
@Path("/api/v1/people/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Tag(name = "people")
public class ImportsApi {

    private final PeopleImportService service;
    private final UploadFolder uploads;
    private final Caller caller;

    ImportsApi(PeopleImportService service, LintelConfig config, Caller caller) {
        this.service = service;
        this.uploads = UploadFolder.of(config);
        this.caller = caller;
    }

    /**
     * @param key names the import in its address
     * @param people enrolled so far
     * @param refused people who were not
     * @param over whether nothing more will happen
     * @param stopped why it ended early; empty when it did not
     */
    @RegisterForReflection
    public record ImportJson(
            String key, int files, int done, int people, int refused, boolean over, String stopped, List<Line> lines) {

        static ImportJson of(ImportJobs.Job job) {
            ImportReport report = job.work().report();
            return new ImportJson(
                    job.key(),
                    report.files(),
                    report.done(),
                    report.people(),
                    report.refused(),
                    report.over(),
                    report.stopped(),
                    report.entries().stream().map(Line::of).toList());
        }
    }

    /**
     * @param path the file, or the person's name where it is about all of their files
     * @param result enrolled, refused, not-stored or skipped
     * @param person who was enrolled; null for nobody
     */
    @RegisterForReflection
    @Schema(name = "ImportLine")
    public record Line(
            String path,
            String result,
            String detail,
            @Nullable Long person) {

        static Line of(ImportEntry entry) {
            PersonId person = entry.person();
            return new Line(
                    entry.path(),
                    entry.result().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    entry.detail(),
                    person == null ? null : person.value());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Starts an import, one at a time",
            description =
                    "Form fields: zip (a folder for each person with up to three photos, or a list people.csv), consentPurpose and keepDays for"
                            + " everybody for whom the list has none, allowLookAlike=true. Ask the answer's Location for how it goes.")
    @APIResponseSchema(value = ImportJson.class, responseCode = "202")
    public Response begin(
            @RestForm("zip") @Nullable FileUpload zip,
            @RestForm("consentPurpose") @Nullable String purpose,
            @RestForm @Nullable Integer keepDays,
            @RestForm @Nullable Boolean allowLookAlike) {
        if (zip == null || zip.size() == 0) {
            throw new HttpProblem(422, "The form field zip holds no file", "send it as multipart/form-data");
        }
        Consent agreed = Consents.of(purpose, keepDays);
        java.nio.file.Path kept = uploads.keep(zip.uploadedFile());
        ImportJobs.Job job = service.startZip(
                caller.actor().name(),
                kept,
                new ImportOptions(Boolean.TRUE.equals(allowLookAlike), agreed),
                () -> UploadFolder.forget(kept));
        return Response.accepted(ImportJson.of(job))
                .header("Location", "/api/v1/people/imports/" + job.key())
                .build();
    }

    @GET
    @Path("{key}")
    @Operation(summary = "How an import goes or went; the newest only is known")
    public ImportJson report(@PathParam("key") String key) {
        return ImportJson.of(service.find(key));
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Ends an import after the person that it is at; who is enrolled stays")
    public ImportJson cancel(@PathParam("key") String key) {
        ImportJobs.Job job = service.find(key);
        job.work().cancel();
        return ImportJson.of(job);
    }
}
