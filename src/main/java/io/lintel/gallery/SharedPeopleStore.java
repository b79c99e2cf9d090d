package io.lintel.gallery;

import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People whom several boxes share, read and written inside the caller's transaction. Whoever writes refreshes the {@link Gallery} afterwards, and
 * empties the write-ahead log ({@code Database.emptyLog}) after a removal. Thread-safe.
 */
public final class SharedPeopleStore {

    private final PersonRowStore persons;
    private final TemplateStore templates;

    SharedPeopleStore(PersonRowStore persons, TemplateStore templates) {
        this.persons = persons;
        this.templates = templates;
    }

    /** Empty if they are gone. @throws GalleryException if they cannot be read */
    public Optional<PersonCopy> copy(Sql sql, PersonId id) throws SQLException {
        if (persons.find(sql, id).isEmpty()) {
            return Optional.empty();
        }
        SealedPerson sealed = persons.require(sql, id);
        Person person = sealed.person();
        return Optional.of(new PersonCopy(
                new PersonDraft(person.name(), person.note(), person.validity(), person.consent()),
                person.enabled(),
                templates.copies(sql, sealed)));
    }

    /**
     * Makes somebody as a copy says. They keep their number, and templates that are the same stay the rows that they are.
     *
     * @param known null for somebody new
     * @return their number
     */
    public PersonId put(Sql sql, @Nullable PersonId known, PersonCopy copy, Instant now) throws SQLException {
        PersonDraft draft = copy.draft();
        SealedPerson before = known == null ? persons.insert(sql, draft, now) : persons.require(sql, known);
        SealedPerson after = before.with(before.person()
                .withName(draft.name())
                .withNote(draft.note())
                .withEnabled(copy.enabled())
                .withValidity(draft.validity())
                .withConsent(draft.consent()));
        if (!after.person().equals(before.person())) {
            persons.write(sql, after);
        }
        if (!PersonCopyJson.sameTemplates(templates.copies(sql, after), copy.templates())) {
            templates.removeAll(sql, after.person().id());
            addTemplates(sql, after.with(after.secret().withTemplates(List.of())), copy.templates(), now);
        }
        return after.person().id();
    }

    /** Destroys the person with all that belongs to them. @return whether there was somebody */
    public boolean remove(Sql sql, PersonId id) throws SQLException {
        Optional<Person> person = persons.find(sql, id);
        if (person.isPresent()) {
            remove(sql, person.get());
        }
        return person.isPresent();
    }

    PersonRemoval remove(Sql sql, Person person) throws SQLException {
        int gone = templates.removeAll(sql, person.id());
        persons.delete(sql, person.id());
        return new PersonRemoval(person, gone, false);
    }

    EnrolledPerson addTemplates(Sql sql, SealedPerson owner, List<TemplateDraft> drafts, Instant now)
            throws SQLException {
        List<Template> added = templates.add(sql, owner, drafts, now);
        List<Long> all = new ArrayList<>(owner.secret().templates());
        added.forEach(template -> all.add(template.id()));
        persons.write(sql, owner.with(owner.secret().withTemplates(all)));
        return new EnrolledPerson(owner.person(), added);
    }
}
