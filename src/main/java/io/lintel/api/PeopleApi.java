package io.lintel.api;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.People;
import io.lintel.gallery.PeoplePage;
import io.lintel.gallery.PeopleQuery;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.PersonName;
import io.lintel.gallery.PersonStatus;
import io.lintel.gallery.ValiditySpan;
import io.lintel.json.PersonJson;
import io.lintel.json.TemplateJson;
import io.lintel.schedule.Group;
import io.lintel.schedule.GroupStore;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.service.PeopleService;
import io.lintel.web.PhotoUploads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Who is enrolled. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PeopleApi {

    private static final int MOST = 500;

    private final PeopleService service;
    private final People people;
    private final Caller caller;

    PeopleApi(PeopleService service, People people, Caller caller) {
        this.service = service;
        this.people = people;
        this.caller = caller;
    }

    /**
     * In alphabetical order.
     *
     * @param q part of a name
     * @param status active, disabled, not-yet-valid or expired
     */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "Enrolled people, page by page")
    public Paging<PersonJson> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("status") @Nullable String status,
            @QueryParam("group") @Nullable Long group,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @Nullable Integer limit) {
        Long from = Parameters.cursor("after", after);
        PeoplePage page = people.page(new PeopleQuery(
                q == null ? "" : q,
                status(status),
                group == null ? null : GroupStore.members(new Group.Id(group)),
                from == null ? null : new PersonId(from),
                Math.min(MOST, Paging.limit(limit))));
        return new Paging<>(
                page.people().stream()
                        .map(each -> PersonJson.of(each.person(), each.templates()))
                        .toList(),
                page.next() == null ? null : page.next().toString());
    }

    /** Enrols somebody from one to three photos; all or nothing. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @APIResponseSchema(value = PersonJson.class, responseCode = "201")
    @Operation(summary = "Enrols a person from one to three photos; all or nothing")
    public Response enrol(
            @RestForm @Nullable String name,
            @RestForm @Nullable String note,
            @RestForm @Nullable String validFrom,
            @RestForm @Nullable String validUntil,
            @RestForm("consentPurpose") @Nullable String purpose,
            @RestForm @Nullable Integer keepDays,
            @RestForm @Nullable Boolean allowLookAlike,
            @RestForm("photos") @Nullable List<FileUpload> photos) {
        PersonDraft draft = new PersonDraft(
                new PersonName(name == null ? "" : name),
                note == null ? "" : note,
                new ValiditySpan(Parameters.time("validFrom", validFrom), Parameters.time("validUntil", validUntil)),
                Consents.of(purpose, keepDays));
        EnrolledPerson result = Outcomes.enrolled(service.enrol(
                caller.actor().name(), draft, PhotoUploads.of(photos), Boolean.TRUE.equals(allowLookAlike)));
        PersonJson json = PersonJson.of(result.person(), result.templates().size());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/people/" + json.id())
                .entity(json)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One person")
    public PersonJson show(@PathParam("id") long id) {
        Person person = person(id);
        return PersonJson.of(person, people.templates(person.id()).size());
    }

    /** Changes what is named and leaves the rest; an empty text takes a time or the consent away. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Changes what is named and leaves the rest")
    public PersonJson change(@PathParam("id") long id, @Nullable PersonPatch patch) {
        if (patch == null) {
            throw new HttpProblem(400, "There is no body", "send a JSON object with what to change");
        }
        Person after = service.edit(caller.actor().name(), new PersonId(id), patch::applied)
                .after();
        return PersonJson.of(after, people.templates(after.id()).size());
    }

    /** Destroys templates, portraits, PIN and group memberships; the log's rows stay. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Deletes a person with templates, portraits and PIN; the log keeps their number")
    public Response remove(@PathParam("id") long id) {
        service.remove(caller.actor().name(), new PersonId(id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/templates")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    @Operation(summary = "The templates of a person")
    public Paging<TemplateJson> templates(@PathParam("id") long id) {
        return Paging.all(
                people.templates(person(id).id()).stream().map(TemplateJson::of).toList());
    }

    /** Adds templates from one to three photos, which must show the person; all or nothing. */
    @POST
    @Path("{id}/templates")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Adds templates from one to three photos, which must show the person")
    public Response addTemplates(
            @PathParam("id") long id,
            @RestForm @Nullable Boolean allowLookAlike,
            @RestForm("photos") @Nullable List<FileUpload> photos) {
        EnrolledPerson result = Outcomes.enrolled(service.addPhotos(
                caller.actor().name(), new PersonId(id), PhotoUploads.of(photos), Boolean.TRUE.equals(allowLookAlike)));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/people/" + id + "/templates")
                .entity(Paging.all(
                        result.templates().stream().map(TemplateJson::of).toList()))
                .build();
    }

    @DELETE
    @Path("{id}/templates/{template}")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Deletes a template; the last one stays")
    public Response removeTemplate(@PathParam("id") long id, @PathParam("template") long template) {
        service.removeTemplate(caller.actor().name(), new PersonId(id), template);
        return Response.noContent().build();
    }

    @PUT
    @Path("{id}/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Sets the PIN of a person")
    public Response setPin(@PathParam("id") long id, @Nullable PinJson body) {
        if (body == null || body.pin() == null) {
            throw new HttpProblem(400, "There is no PIN", "send {\"pin\": \"4 to 10 digits\"}");
        }
        service.setPin(caller.actor().name(), new PersonId(id), body.pin());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/pin")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    @Operation(summary = "Removes the PIN of a person")
    public Response removePin(@PathParam("id") long id) {
        service.removePin(caller.actor().name(), new PersonId(id));
        return Response.noContent().build();
    }

    private Person person(long id) {
        return service.person(new PersonId(id));
    }

    private static @Nullable PersonStatus status(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        for (PersonStatus status : PersonStatus.values()) {
            if (PersonJson.word(status).equals(word.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new HttpProblem(400, "status=" + word + " is none", "use active, disabled, not-yet-valid or expired");
    }
}
