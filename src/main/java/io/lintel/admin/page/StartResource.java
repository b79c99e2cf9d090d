package io.lintel.admin.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where people arrive who type nothing but the box's name. */
@Path("/")
@PermitAll
public class StartResource {

    private final Pages pages;

    StartResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    public Response root() {
        return pages.back("/admin");
    }
}
