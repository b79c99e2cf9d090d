package io.lintel.gallery;

import io.lintel.face.Embedding;
import io.lintel.storage.Database;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Persons and templates in the database. Each method is one transaction. Thread-safe. */
public final class GalleryStore {

    private final Database database;
    private final TemplateStore templateStore;
    private final PortraitStore portraits;
    private final PeoplePageStore pages;

    public GalleryStore(Database database, TemplateCodec codec) {
        this.database = database;
        this.templateStore = new TemplateStore(codec);
        this.portraits = new PortraitStore(database);
        this.pages = new PeoplePageStore(database);
    }

    /** Is shown the whole gallery, all persons first. */
    interface Visitor {
        void person(Person person);

        void template(PersonId owner, String modelId, Embedding embedding);

        /** A row that no sense can be made of. */
        void unreadable();
    }

    EnrolledPerson add(PersonDraft draft, List<TemplateDraft> templates, Instant now) {
        return database.write(sql -> {
            long id = sql.number(
                    "INSERT INTO person (name, name_key, note, valid_from, valid_until, created, consent_at,"
                            + " consent_purpose, consent_keep_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    draft.name().value(),
                    draft.name().searchKey(),
                    draft.note(),
                    millis(draft.validity().from()),
                    millis(draft.validity().until()),
                    now.toEpochMilli(),
                    draft.consent() == null ? null : draft.consent().given().toEpochMilli(),
                    draft.consent() == null ? null : draft.consent().purpose(),
                    draft.consent() == null ? null : draft.consent().keepDays());
            Person person = require(sql, new PersonId(id));
            return new EnrolledPerson(person, templateStore.add(sql, person.id(), templates, now));
        });
    }

    EnrolledPerson addTemplates(PersonId owner, List<TemplateDraft> templates, Instant now) {
        return database.write(
                sql -> new EnrolledPerson(require(sql, owner), templateStore.add(sql, owner, templates, now)));
    }

    PersonChange update(PersonId id, UnaryOperator<Person> edit) {
        return database.write(sql -> {
            Person before = require(sql, id);
            Person after = edit.apply(before);
            if (!after.equals(before)) {
                sql.update(
                        "UPDATE person SET name = ?, name_key = ?, note = ?, enabled = ?, valid_from = ?,"
                                + " valid_until = ?, consent_at = ?, consent_purpose = ?, consent_keep_days = ? WHERE id = ?",
                        after.name().value(),
                        after.name().searchKey(),
                        after.note(),
                        after.enabled() ? 1 : 0,
                        millis(after.validity().from()),
                        millis(after.validity().until()),
                        after.consent() == null ? null : after.consent().given().toEpochMilli(),
                        after.consent() == null ? null : after.consent().purpose(),
                        after.consent() == null ? null : after.consent().keepDays(),
                        id.value());
            }
            return new PersonChange(before, require(sql, id));
        });
    }

    PersonRemoval remove(PersonId id) {
        return database.write(sql -> {
            Person person = require(sql, id);
            int templates = templateStore.removeAll(sql, id);
            sql.update("DELETE FROM person WHERE id = ?", id.value());
            return new PersonRemoval(person, templates, false);
        });
    }

    /** @return the template that is gone; empty when the person has no such template */
    Optional<Template> removeTemplate(PersonId owner, long template) {
        return database.write(sql -> templateStore.remove(sql, owner, template));
    }

    /** Takes what was deleted out of the write-ahead log as well. @return false when a reader was in the way */
    boolean eraseTraces() {
        return database.emptyLog();
    }

    Optional<Person> find(PersonId id) {
        return database.read(sql -> find(sql, id));
    }

    List<Template> templates(PersonId owner) {
        return database.read(sql -> templateStore.list(sql, owner));
    }

    List<Person> named(PersonName name) {
        return database.read(sql -> sql.list(
                "SELECT * FROM person WHERE name_key = ? ORDER BY id", GalleryStore::person, name.searchKey()));
    }

    /** In alphabetical order. @param text part of a name without regard to case and accents; empty for all */
    List<PersonSummary> list(String text, int limit, int offset) {
        String pattern = "%" + PersonName.searchKey(text).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return database.read(sql -> sql.list(
                "SELECT person.*, (SELECT count(*) FROM template WHERE template.person = person.id) AS templates,"
                        + " NULL AS portrait FROM person WHERE name_key LIKE ? ESCAPE '\\' ORDER BY name_key, id LIMIT ? OFFSET ?",
                GalleryStore::summary,
                pattern,
                limit,
                offset));
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
            sql.each("SELECT * FROM person", row -> {
                visitPerson(row, visitor);
                return true;
            });
            templateStore.visit(sql, visitor);
            return revision(sql);
        });
    }

    /** A row that somebody has spoilt by hand must not shut the door for everybody else. */
    private static void visitPerson(ResultSet row, Visitor visitor) throws SQLException {
        Person person;
        try {
            person = person(row);
        } catch (GalleryException e) {
            visitor.unreadable();
            return;
        }
        visitor.person(person);
    }

    private static long revision(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM gallery_revision");
    }

    private static Optional<Person> find(Sql sql, PersonId id) throws SQLException {
        return sql.first("SELECT * FROM person WHERE id = ?", GalleryStore::person, id.value());
    }

    private static Person require(Sql sql, PersonId id) throws SQLException {
        return find(sql, id).orElseThrow(() -> GalleryException.noSuchPerson(id));
    }

    static PersonSummary summary(ResultSet row) throws SQLException {
        return new PersonSummary(person(row), row.getInt("templates"), Sql.nullableLong(row, "portrait"));
    }

    private static Person person(ResultSet row) throws SQLException {
        Instant consentAt = instant(row, "consent_at");
        return new Person(
                new PersonId(row.getLong("id")),
                new PersonName(row.getString("name")),
                row.getString("note"),
                row.getInt("enabled") == 1,
                new ValiditySpan(instant(row, "valid_from"), instant(row, "valid_until")),
                Instant.ofEpochMilli(row.getLong("created")),
                consentAt == null ? null : consent(row, consentAt));
    }

    private static Consent consent(ResultSet row, Instant given) throws SQLException {
        Long keepDays = Sql.nullableLong(row, "consent_keep_days");
        return new Consent(
                given,
                row.getString("consent_purpose"),
                keepDays == null ? Consent.LONGEST_KEEP_DAYS : Math.toIntExact(keepDays));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = Sql.nullableLong(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
