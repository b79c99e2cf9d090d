package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads people with their templates out of the store, for another box. The only way by which an embedding leaves the gallery. */
final class PersonCopyReader implements GalleryStore.Visitor {

    private record Vector(String modelId, Embedding embedding) {}

    private final Set<PersonId> wanted;
    private final Map<PersonId, Person> persons = new HashMap<>();
    private final Map<PersonId, List<Vector>> vectors = new HashMap<>();

    private PersonCopyReader(Set<PersonId> wanted) {
        this.wanted = wanted;
    }

    /** @return by number; without those who are gone */
    static Map<PersonId, PersonCopy> read(GalleryStore store, Set<PersonId> wanted) {
        PersonCopyReader reader = new PersonCopyReader(wanted);
        store.visit(reader);
        Map<PersonId, PersonCopy> copies = new HashMap<>();
        reader.persons.forEach((id, person) -> copies.put(id, reader.copy(store, person)));
        return copies;
    }

    @Override
    public void person(Person person) {
        if (wanted.contains(person.id())) {
            persons.put(person.id(), person);
        }
    }

    @Override
    public void template(PersonId owner, String modelId, Embedding embedding) {
        if (wanted.contains(owner)) {
            vectors.computeIfAbsent(owner, id -> new ArrayList<>()).add(new Vector(modelId, embedding));
        }
    }

    @Override
    public void unreadable() {
        // Whose it is cannot be told; the person's copy is refused below, because a template is missing.
    }

    private PersonCopy copy(GalleryStore store, Person person) {
        List<Template> templates = store.templates(person.id());
        List<Vector> own = vectors.getOrDefault(person.id(), List.of());
        if (own.size() != templates.size()) {
            throw new GalleryException(
                    "The templates of number " + person.id() + " cannot be read whole, or were changed meanwhile",
                    "try again; if it stays so, enrol the person anew or leave them out");
        }
        List<TemplateDraft> drafts = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Template template = templates.get(i);
            drafts.add(new TemplateDraft(
                    own.get(i).embedding(),
                    own.get(i).modelId(),
                    template.source(),
                    template.variants(),
                    template.quality(),
                    store.portraits().find(person.id(), template.id()).orElse(null)));
        }
        return new PersonCopy(
                new PersonDraft(person.name(), person.note(), person.validity(), person.consent()),
                person.enabled(),
                drafts);
    }
}
