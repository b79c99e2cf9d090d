package io.lintel.admin.people;

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
import jakarta.ws.rs.core.Response;

/** Downloads for the person concerned. */
@Path("/admin/people/{id: [0-9]{1,18}}")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class PersonFilesResource {

    private final PersonalDataService data;
    private final LogService log;
    private final Caller caller;

    PersonFilesResource(PersonalDataService data, LogService log, Caller caller) {
        this.data = data;
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Path("data")
    public Response data(@PathParam("id") long id) {
        return PersonDownloads.data(data, caller.actor().name(), new PersonId(id));
    }

    @GET
    @Path("certificate")
    public Response certificate(@PathParam("id") long id) {
        return PersonDownloads.deletionCertificate(log, new PersonId(id));
    }
}
