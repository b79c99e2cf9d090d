package io.lintel.gallery;

import java.util.List;

/** A person with the templates that were just stored for them. */
public record EnrolledPerson(Person person, List<Template> templates) {

    public EnrolledPerson {
        templates = List.copyOf(templates);
    }
}
