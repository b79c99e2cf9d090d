package io.lintel.gallery;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does with the people who are enrolled. Each change is on the disk and in the searched gallery when the
 * method returns, and its result holds what the caller needs to write into the audit log. Thread-safe.
 *
 * <p>Methods that take an id throw {@link GalleryException} when there is no such person.
 */
public final class People {

    private final GalleryStore store;
    private final Gallery gallery;
    private final InstantSource clock;

    public People(GalleryStore store, Gallery gallery, InstantSource clock) {
        this.store = store;
        this.gallery = gallery;
        this.clock = clock;
    }

    /** In alphabetical order. @param nameContains without regard to case and accents; empty for all */
    public List<PersonSummary> list(String nameContains, int limit, int offset) {
        return store.list(nameContains, limit, offset);
    }

    /** One page of the list; costs the same wherever it begins. */
    public PeoplePage page(PeopleQuery query) {
        return store.pages().page(query, clock.instant());
    }

    /** How many people all pages of a list show together. */
    public int count(PeopleQuery query) {
        return store.pages().count(query, clock.instant());
    }

    public PeopleCount count() {
        return store.pages().count(clock.instant());
    }

    public Optional<Portrait> portrait(PersonId id, long template) {
        return store.portraits().find(id, template);
    }

    /** The templates of which there is a portrait. */
    public List<Long> portraits(PersonId id) {
        return store.portraits().templates(id);
    }

    /** Deletes all portraits for good: they are not wanted any more. @return how many there were */
    public int removePortraits() {
        int removed = store.portraits().removeAll();
        if (removed > 0) {
            store.eraseTraces();
        }
        return removed;
    }

    public Optional<Person> find(PersonId id) {
        return store.find(id);
    }

    /** As {@link #find} tells it, without opening anything that is sealed. */
    public boolean exists(PersonId id) {
        return store.exists(id);
    }

    /** @throws GalleryException if there is no such person */
    public Person require(PersonId id) {
        return find(id).orElseThrow(() -> GalleryException.noSuchPerson(id));
    }

    /** Everybody of that name, without regard to case and accents. */
    public List<Person> named(PersonName name) {
        return store.named(name);
    }

    /** Whether somebody has no template of the embedder in use, and is a stranger to the door until they enrol again. */
    public boolean mustEnrolAgain(PersonId id) {
        return !gallery.recognises(id);
    }

    /** People who look so much alike that the door may be unable to tell them apart; each pair once. */
    public List<LookAlikePair> lookAlikes() {
        return gallery.lookAlikePairs();
    }

    /** Those who look like somebody. */
    public List<Person> lookAlikes(PersonId id) {
        return gallery.lookAlikes(id).stream()
                .flatMap(other -> gallery.person(other).stream())
                .sorted(Comparator.comparing(other -> other.name().searchKey()))
                .toList();
    }

    public List<Template> templates(PersonId id) {
        return store.templates(id);
    }

    /** Of everybody, person by person. */
    public List<Template> templates() {
        return store.templates();
    }

    public PersonStatus status(Person person) {
        return person.status(clock.instant());
    }

    /** Stores a person with their templates, all or nothing; whether they are fit for it is the enrolment's to judge. */
    public EnrolledPerson add(PersonDraft draft, List<TemplateDraft> templates) {
        EnrolledPerson enrolled = store.add(draft, templates, clock.instant());
        gallery.refresh();
        return enrolled;
    }

    /** Stores more templates of somebody, all or none. @return the new templates only */
    public EnrolledPerson addTemplates(PersonId id, List<TemplateDraft> templates) {
        EnrolledPerson enrolled = store.addTemplates(id, templates, clock.instant());
        gallery.refresh();
        return enrolled;
    }

    public PersonChange rename(PersonId id, PersonName name) {
        return edit(id, person -> person.withName(name));
    }

    public PersonChange setNote(PersonId id, String note) {
        return edit(id, person -> person.withNote(note));
    }

    public PersonChange setEnabled(PersonId id, boolean enabled) {
        return edit(id, person -> person.withEnabled(enabled));
    }

    public PersonChange setValidity(PersonId id, ValiditySpan span) {
        return edit(id, person -> person.withValidity(span));
    }

    /** @param consent null when it was withdrawn; what follows from that is the caller's to decide */
    public PersonChange setConsent(PersonId id, @Nullable Consent consent) {
        return edit(id, person -> person.withConsent(consent));
    }

    /** Several fields at once. */
    public PersonChange edit(PersonId id, UnaryOperator<Person> change) {
        PersonChange done = store.update(id, change);
        gallery.refresh();
        return done;
    }

    /** People as another box can take them over, by their numbers here; without those who are gone. */
    public Map<PersonId, PersonCopy> copies(Set<PersonId> ids) {
        return store.copies(ids);
    }

    /** The same change of several people, all or nothing; who is gone is left out. */
    public List<PersonChange> editAll(Collection<PersonId> ids, UnaryOperator<Person> change) {
        List<PersonChange> done = store.updateAll(ids, change);
        gallery.refresh();
        return done;
    }

    /** As {@link #remove}, all or nothing; who is gone is left out. */
    public List<PersonRemoval> removeAll(Collection<PersonId> ids) {
        List<PersonRemoval> removals = store.removeAll(ids);
        gallery.refresh();
        boolean traceless = store.eraseTraces();
        return removals.stream()
                .map(each -> new PersonRemoval(each.person(), each.templates(), traceless))
                .toList();
    }

    /** Deletes the person and the templates for good; the id is never given again. */
    public PersonRemoval remove(PersonId id) {
        PersonRemoval removal = store.remove(id);
        gallery.refresh();
        return new PersonRemoval(removal.person(), removal.templates(), store.eraseTraces());
    }

    /**
     * @return the template that is gone; empty when the person had none with this number
     * @throws GalleryException if it is the last one
     */
    public Optional<Template> removeTemplate(PersonId id, long template) {
        Optional<Template> removed = store.removeTemplate(id, template);
        gallery.refresh();
        store.eraseTraces();
        return removed;
    }
}
