package io.lintel.gallery;

import java.util.List;

/**
 * A person as another box can take them over: all but the number, which every box gives itself.
 *
 * @param templates of whatever embedders, each with its model's id
 */
public record PersonCopy(PersonDraft draft, boolean enabled, List<TemplateDraft> templates) {

    public PersonCopy {
        templates = List.copyOf(templates);
    }
}
