package io.lintel.gallery;

import io.lintel.crypto.PersonKeyStore;
import io.lintel.face.Embedding;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Persons and templates in the database, sealed. Each method is one transaction. Thread-safe. */
public final class GalleryStore {

    private final Database database;
    private final PersonRowStore persons;
    private final TemplateStore templateStore;
    private final PortraitStore portraits;
    private final PeoplePageStore pages;
    private final SharedPeopleStore shared;

    /** @param keys of a database in which nothing is left in the clear, see {@link UnsealedStore} */
    public GalleryStore(Database database, PersonKeyStore keys) {
        this.database = database;
        this.persons = new PersonRowStore(keys);
        this.templateStore = new TemplateStore();
        this.shared = new SharedPeopleStore(persons, templateStore);
        this.portraits = new PortraitStore(database, keys);
        this.pages = new PeoplePageStore(database, persons);
    }

    /** Is shown the whole gallery, all persons first. */
    interface Visitor {
        void person(Person person);

        void template(PersonId owner, String modelId, Embedding embedding);

        /** A row that was altered, that does not belong where it stands, or that is gone. */
        void unreadable();
    }

    EnrolledPerson add(PersonDraft draft, List<TemplateDraft> templates, Instant now) {
        return database.write(sql -> shared.addTemplates(sql, persons.insert(sql, draft, now), templates, now));
    }

    EnrolledPerson addTemplates(PersonId owner, List<TemplateDraft> templates, Instant now) {
        return database.write(sql -> shared.addTemplates(sql, persons.require(sql, owner), templates, now));
    }

    PersonChange update(PersonId id, UnaryOperator<Person> edit) {
        return database.write(sql -> update(sql, id, edit));
    }

    /** All or nothing; who is gone is left out. */
    List<PersonChange> updateAll(Collection<PersonId> ids, UnaryOperator<Person> edit) {
        return database.write(sql -> {
            List<PersonChange> changes = new ArrayList<>();
            for (PersonId id : ids) {
                if (persons.find(sql, id).isPresent()) {
                    changes.add(update(sql, id, edit));
                }
            }
            return changes;
        });
    }

    private PersonChange update(Sql sql, PersonId id, UnaryOperator<Person> edit) throws SQLException {
        SealedPerson before = persons.require(sql, id);
        Person after = edit.apply(before.person());
        if (!after.equals(before.person())) {
            persons.write(sql, before.with(after));
        }
        return new PersonChange(before.person(), persons.require(sql, id).person());
    }

    /** People as another box can take them over; without those who are gone. */
    Map<PersonId, PersonCopy> copies(Collection<PersonId> ids) {
        return database.read(sql -> {
            Map<PersonId, PersonCopy> copies = new HashMap<>();
            for (PersonId id : ids) {
                shared.copy(sql, id).ifPresent(copy -> copies.put(id, copy));
            }
            return copies;
        });
    }

    PersonRemoval remove(PersonId id) {
        return database.write(
                sql -> shared.remove(sql, persons.find(sql, id).orElseThrow(() -> GalleryException.noSuchPerson(id))));
    }

    /** All or nothing; who is gone is left out. */
    List<PersonRemoval> removeAll(Collection<PersonId> ids) {
        return database.write(sql -> {
            List<PersonRemoval> removals = new ArrayList<>();
            for (PersonId id : ids) {
                Optional<Person> person = persons.find(sql, id);
                if (person.isPresent()) {
                    removals.add(shared.remove(sql, person.get()));
                }
            }
            return removals;
        });
    }

    /**
     * @return the template that is gone; empty when the person has no such template
     * @throws GalleryException if it is the last one; asked here, since two may be removed at the same time
     */
    Optional<Template> removeTemplate(PersonId owner, long template) {
        return database.write(sql -> {
            Optional<Template> removed = templateStore.remove(sql, owner, template);
            if (removed.isPresent()) {
                SealedPerson person = persons.require(sql, owner);
                List<Long> left = new ArrayList<>(person.secret().templates());
                left.remove(template);
                if (left.isEmpty()) {
                    throw GalleryException.lastTemplate();
                }
                persons.write(sql, person.with(person.secret().withTemplates(left)));
            }
            return removed;
        });
    }

    /** Takes what was deleted out of the write-ahead log as well. @return false when a reader was in the way */
    boolean eraseTraces() {
        return database.emptyLog();
    }

    Optional<Person> find(PersonId id) {
        return database.read(sql -> persons.find(sql, id));
    }

    boolean exists(PersonId id) {
        return database.read(sql -> sql.number("SELECT count(*) FROM person WHERE id = ?", id.value())) > 0;
    }

    List<Template> templates(PersonId owner) {
        return database.read(sql -> templateStore.list(sql, owner));
    }

    List<Template> templates() {
        return database.read(templateStore::all);
    }

    List<Person> named(PersonName name) {
        String key = name.searchKey();
        return database.read(persons::all).stream()
                .filter(listed -> listed.searchKey().equals(key))
                .map(ListedPerson::person)
                .toList();
    }

    /** In alphabetical order. @param text part of a name without regard to case and accents; empty for all */
    List<PersonSummary> list(String text, int limit, int offset) {
        return pages.list(text, limit, offset);
    }

    /** For those who keep people in a transaction of their own. */
    public SharedPeopleStore shared() {
        return shared;
    }

    PeoplePageStore pages() {
        return pages;
    }

    PortraitStore portraits() {
        return portraits;
    }

    /** Rises with every change of the gallery, by whatever process. */
    long revision() {
        return database.read(GalleryStore::revision);
    }

    /** Shows everything as it was at one moment. @return that moment's revision */
    long visit(Visitor visitor) {
        return database.read(sql -> {
            Map<Long, SealedPerson> owners = new HashMap<>();
            for (ListedPerson listed : persons.all(sql)) {
                SealedPerson opened = listed.opened();
                if (opened == null) {
                    // A row that somebody has spoilt by hand must not shut the door for everybody else.
                    visitor.unreadable();
                } else {
                    owners.put(listed.person().id().value(), opened);
                    visitor.person(listed.person());
                }
            }
            templateStore.visit(sql, owners, visitor);
            return revision(sql);
        });
    }

    private static long revision(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM gallery_revision");
    }
}
