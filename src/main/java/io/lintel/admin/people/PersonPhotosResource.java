package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Pages;
import io.lintel.gallery.Person;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.gallery.enrolment.ShotProblem;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.service.PeopleService;
import io.lintel.service.PhotoFile;
import io.lintel.system.LintelException;
import io.lintel.web.KeptPhotos;
import io.lintel.web.PhotoUploads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** More photos of an enrolled person. */
@Path("/admin/people/{id: [0-9]{1,18}}/photos")
@Produces(MediaType.TEXT_HTML)
public class PersonPhotosResource {

    private final PeopleService service;
    private final KeptPhotos kept;
    private final PersonPage page;
    private final Pages pages;
    private final Caller caller;

    PersonPhotosResource(PeopleService service, KeptPhotos kept, PersonPage page, Pages pages, Caller caller) {
        this.service = service;
        this.kept = kept;
        this.page = page;
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
    public Response addPhotos(
            @PathParam("id") long id,
            @RestForm("allow_look_alike") @Nullable String allowLookAlike,
            @RestForm("kept") @Nullable String keptKey,
            @RestForm("kept_photo") @Nullable List<Integer> keptPhotos,
            @RestForm("photos") @Nullable List<FileUpload> photos) {
        Person person = service.person(new PersonId(id));
        String actor = caller.actor().name();
        String before = PersonForm.text(keptKey);
        List<PhotoFile> sent = PhotoChoice.sent(kept.find(actor, before), keptPhotos, PhotoUploads.of(photos));
        try {
            return switch (service.addPhotos(actor, person.id(), sent, allowLookAlike != null)) {
                case EnrolmentOutcome.Enrolled done -> {
                    kept.forget(actor, before);
                    yield pages.back(
                            PersonPage.path(id),
                            FlashMessage.good(
                                    done.result().templates().size() == 1
                                            ? "The photo is added"
                                            : "The photos are added"));
                }
                case EnrolmentOutcome.Refused(List<ShotProblem> problems) ->
                    page.refused(person, problems, keep(before, sent, problems));
                case EnrolmentOutcome.NeedsConfirmation asked ->
                    page.again(
                            person,
                            keep(before, sent, List.of()),
                            FlashMessage.warning(
                                    "Nothing was added: the photo "
                                            + asked.warnings().stream()
                                                    .map(EnrolmentWarning::message)
                                                    .collect(Collectors.joining(", ")),
                                    "if it shows " + person.name() + " all the same, tick the box and send it again"));
            };
        } catch (LintelException e) {
            return page.again(person, keep(before, sent, List.of()), FlashMessage.of(e));
        }
    }

    private PhotoChoice keep(String before, List<PhotoFile> sent, List<ShotProblem> problems) {
        String actor = caller.actor().name();
        String key = kept.keep(actor, before, sent);
        return PhotoChoice.of(key, kept.find(actor, key), problems);
    }
}
