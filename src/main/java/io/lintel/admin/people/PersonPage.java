package io.lintel.admin.people;

import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.gallery.Person;
import io.lintel.gallery.enrolment.ShotProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The page of one person, as it is shown and shown again. */
@Singleton
class PersonPage {

    private final PersonViews views;
    private final Pages pages;

    PersonPage(PersonViews views, Pages pages) {
        this.views = views;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance person(
                Page page, PersonView person, List<ShotProblem> problems, PhotoChoice kept);
    }

    static String path(long id) {
        return "/admin/people/" + id;
    }

    String show(Person person) {
        return Templates.person(page(person), views.view(person), List.of(), PhotoChoice.NONE)
                .render();
    }

    /** Shows the page again because a form on it was not accepted. */
    Response again(Person person, FlashMessage message) {
        return again(person, PhotoChoice.NONE, message);
    }

    /** The same with the photos that came with the form. */
    Response again(Person person, PhotoChoice kept, FlashMessage message) {
        return again(person, message, List.of(), kept);
    }

    Response refused(Person person, List<ShotProblem> problems, PhotoChoice kept) {
        return again(
                person,
                FlashMessage.bad("Nothing was added", "see below, at the photos, what is wrong with them"),
                problems,
                kept);
    }

    private Response again(Person person, FlashMessage message, List<ShotProblem> problems, PhotoChoice kept) {
        return Response.status(422)
                .entity(Templates.person(page(person).with(message), views.view(person), problems, kept)
                        .render())
                .build();
    }

    private Page page(Person person) {
        return pages.page(person.name().value(), Section.PEOPLE);
    }
}
