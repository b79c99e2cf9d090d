package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.json.LookupJson.Compared;
import io.lintel.json.LookupJson.Identified;
import io.lintel.json.LookupJson.Verified;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.FaceLookupService;
import io.lintel.service.LookupPicture;
import io.lintel.web.LookupUploads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Looks faces up. Photos come as multipart form data, JPEG, PNG or WebP, up to 20 MB each; nothing of them is kept. While several
 * requests wait already, the answer is 503.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "probes")
public class ProbeApi {

    private final FaceLookupService service;
    private final Caller caller;

    ProbeApi(FaceLookupService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** 1:1. Form fields: person (number), photo. */
    @POST
    @Path("verify")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Whether a photo shows a person (1:1)")
    public Verified verify(@RestForm("person") long person, @RestForm("photo") @Nullable FileUpload photo) {
        return Verified.of(service.verify(caller.actor().name(), new PersonId(person), required(photo, "photo")));
    }

    /** 1:N. Form field photos, one or several; each is answered by itself. */
    @POST
    @Path("identify")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Whom photos show, and what the door would do (1:N)")
    public Identified identify(@RestForm("photos") @Nullable List<FileUpload> photos) {
        return Identified.of(service.identify(caller.actor().name(), LookupUploads.all(photos)));
    }

    /** Form fields: first, second. */
    @POST
    @Path("compare")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Whether two photos show the same person")
    public Compared compare(
            @RestForm("first") @Nullable FileUpload first, @RestForm("second") @Nullable FileUpload second) {
        return Compared.of(
                service.compare(caller.actor().name(), required(first, "first"), required(second, "second")));
    }

    private static LookupPicture required(@Nullable FileUpload file, String field) {
        return LookupUploads.of(file)
                .orElseThrow(() -> new HttpProblem(
                        422, "The form field " + field + " holds no photo", "send it as multipart/form-data"));
    }
}
