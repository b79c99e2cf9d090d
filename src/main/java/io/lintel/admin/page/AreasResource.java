package io.lintel.admin.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The way to the first area; who is not signed in is led to the login from there. */
@Path("/admin")
@PermitAll
public class AreasResource {

    private final Pages pages;

    AreasResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    public Response first() {
        return pages.back(Section.NOW.path());
    }
}
