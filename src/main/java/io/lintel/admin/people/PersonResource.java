package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.People;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonRemoval;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.PeopleService;
import io.lintel.system.Counted;
import io.lintel.system.LintelException;
import io.lintel.wiring.ImmediateSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One person: what is known of them, and what can be done with it. */
@Path("/admin/people/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
public class PersonResource {

    private final PeopleService service;
    private final People people;
    private final PersonViews views;
    private final PersonPage personPage;
    private final ImmediateSettings settings;
    private final ZoneId zone;
    private final Pages pages;
    private final Caller caller;

    PersonResource(
            PeopleService service,
            People people,
            PersonViews views,
            PersonPage personPage,
            ImmediateSettings settings,
            ZoneId zone,
            Pages pages,
            Caller caller) {
        this.service = service;
        this.people = people;
        this.views = views;
        this.personPage = personPage;
        this.settings = settings;
        this.zone = zone;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance edit(Page page, PersonCard person, PersonForm form);

        static native TemplateInstance remove(Page page, PersonView person);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String show(@PathParam("id") long id) {
        return personPage.show(person(id));
    }

    @GET
    @Path("portraits/{template}")
    @Produces("image/jpeg")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Response portrait(@PathParam("id") long id, @PathParam("template") long template) {
        byte[] jpeg = people.portrait(new PersonId(id), template)
                .orElseThrow(() -> HttpProblem.notFound("There is no such picture"))
                .jpeg();
        return Response.ok(jpeg)
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    @GET
    @Path("edit")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String editForm(@PathParam("id") long id) {
        Person person = person(id);
        return Templates.edit(
                        pages.page("Edit " + person.name(), Section.PEOPLE),
                        views.card(person),
                        PersonForm.of(
                                person,
                                pages.language().say(settings.now().people().consentText()),
                                zone))
                .render();
    }

    @POST
    @Path("edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response edit(
            @PathParam("id") long id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("valid_from") @DefaultValue("") String validFrom,
            @FormParam("valid_until") @DefaultValue("") String validUntil,
            @FormParam("consent") @Nullable String consent,
            @FormParam("purpose") @DefaultValue("") String purpose,
            @FormParam("keep_days") @DefaultValue("") String keepDays) {
        PersonForm form = new PersonForm(name, note, validFrom, validUntil, consent != null, purpose, keepDays);
        Person before = person(id);
        try {
            Instant now = Instant.now();
            service.edit(caller.actor().name(), before.id(), person -> form.applied(person, zone, now));
            return pages.back(PersonPage.path(id), FlashMessage.good("The changes are saved and count from now on"));
        } catch (LintelException e) {
            Page page = pages.page("Edit " + before.name(), Section.PEOPLE).with(FlashMessage.of(e));
            return Response.status(422)
                    .entity(Templates.edit(page, views.card(before), form.shortened())
                            .render())
                    .build();
        }
    }

    @POST
    @Path("disable")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response disable(@PathParam("id") long id) {
        return enable(id, false, " is disabled: the door stays shut from now on");
    }

    @POST
    @Path("enable")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response enable(@PathParam("id") long id) {
        return enable(id, true, " is enabled again");
    }

    private Response enable(long id, boolean on, String said) {
        Person person = person(id);
        service.edit(caller.actor().name(), person.id(), one -> one.withEnabled(on));
        return pages.back(PersonPage.path(id), FlashMessage.good(person.name() + said));
    }

    @GET
    @Path("delete")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public String removeForm(@PathParam("id") long id) {
        Person person = person(id);
        return Templates.remove(pages.page("Delete " + person.name(), Section.PEOPLE), views.view(person))
                .render();
    }

    @POST
    @Path("delete")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response remove(@PathParam("id") long id) {
        PersonRemoval removal = service.remove(caller.actor().name(), new PersonId(id));
        String name = removal.person().name().value();
        return pages.back(
                "/admin/people",
                removal.traceless()
                        ? FlashMessage.good(name + " is deleted, with " + Counted.of(removal.templates(), "template"))
                        : FlashMessage.warning(
                                name + " is deleted; traces stay in the database's log until it is next emptied",
                                "nothing: that happens by itself"));
    }

    @POST
    @Path("templates/{template}/delete")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response removeTemplate(@PathParam("id") long id, @PathParam("template") long template) {
        try {
            service.removeTemplate(caller.actor().name(), person(id).id(), template);
            return pages.back(PersonPage.path(id), FlashMessage.good("The template is deleted"));
        } catch (LintelException e) {
            return pages.back(PersonPage.path(id), FlashMessage.of(e));
        }
    }

    private Person person(long id) {
        return service.person(new PersonId(id));
    }
}
