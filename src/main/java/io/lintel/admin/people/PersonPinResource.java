package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Pages;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.PeopleService;
import io.lintel.system.LintelException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A person's PIN: set and removed, never shown. */
@Path("/admin/people/{id: [0-9]{1,18}}/pin")
@Produces(MediaType.TEXT_HTML)
public class PersonPinResource {

    private final PeopleService service;
    private final PersonPage page;
    private final Pages pages;
    private final Caller caller;

    PersonPinResource(PeopleService service, PersonPage page, Pages pages, Caller caller) {
        this.service = service;
        this.page = page;
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response setPin(@PathParam("id") long id, @FormParam("pin") @DefaultValue("") String pin) {
        Person person = service.person(new PersonId(id));
        try {
            service.setPin(caller.actor().name(), person.id(), pin);
            return pages.back(PersonPage.path(id), FlashMessage.good("The PIN is set"));
        } catch (LintelException e) {
            return page.again(person, FlashMessage.of(e));
        }
    }

    @POST
    @Path("delete")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response removePin(@PathParam("id") long id) {
        service.removePin(caller.actor().name(), new PersonId(id));
        return pages.back(PersonPage.path(id), FlashMessage.good("The PIN is removed"));
    }
}
