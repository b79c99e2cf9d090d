package io.lintel.api;

import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.LogService;
import io.lintel.service.PersonalDataService;
import io.lintel.web.PersonDownloads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person is given in files. */
@Path("/api/v1/people/{id}")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Tag(name = "people")
public class PersonFilesApi {

    private final PersonalDataService data;
    private final LogService log;
    private final Caller caller;

    PersonFilesApi(PersonalDataService data, LogService log, Caller caller) {
        this.data = data;
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Path("data")
    @Produces("application/zip")
    @Operation(
            summary =
                    "All that is known about a person as a ZIP file: facts, pictures, and every row of the log about them")
    public Response data(@PathParam("id") long id) {
        return PersonDownloads.data(data, caller.actor().name(), new PersonId(id));
    }

    @GET
    @Path("deletion-certificate")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The signed statement that a person who is not enrolled any more was deleted")
    public Response certificate(@PathParam("id") long id) {
        return PersonDownloads.deletionCertificate(log, new PersonId(id));
    }
}
