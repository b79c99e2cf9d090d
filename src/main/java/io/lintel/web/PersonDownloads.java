package io.lintel.web;

import io.lintel.gallery.PersonId;
import io.lintel.service.LogService;
import io.lintel.service.PersonalDataService;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What a person is given in files: their data, and the statement that these were deleted. */
public final class PersonDownloads {

    private PersonDownloads() {}

    public static Response data(PersonalDataService service, String actor, PersonId person) {
        StreamingOutput zip = service.of(actor, person)::writeTo;
        return attachment(Response.ok(zip, "application/zip"), "lintel-person-" + person + ".zip");
    }

    public static Response deletionCertificate(LogService log, PersonId person) {
        return attachment(
                Response.ok(log.deletionCertificate(person).json(), "application/json"),
                "lintel-deletion-" + person + ".json");
    }

    private static Response attachment(Response.ResponseBuilder answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
