package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.crypto.BoxKeyException;
import io.lintel.crypto.TestKeys;
import io.lintel.face.Embedding;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who can write to the database, but has not the box's key, gets nobody in. */
class TamperedGalleryTest {

    private static final Embedding ALVA = towards(1);
    private static final Embedding BRUNO = towards(0, 1);

    @TempDir
    Path folder;

    private TestGallery test;
    private PersonId alva;
    private PersonId bruno;

    @BeforeEach
    void twoPeople() {
        test = TestGallery.open(folder);
        alva = test.add("Alva", ALVA);
        bruno = test.add("Bruno", BRUNO);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void alter(String statement) throws SQLException {
        test.database().execute(statement);
        test.gallery.refresh();
    }

    private boolean recognises(PersonId person, Embedding probe) {
        PersonScored best = PersonScored.of(test.gallery.identify(probe));
        return best.person() != null && best.person().equals(person) && best.score() > 0.9;
    }

    private record PersonScored(PersonId person, double score) {

        static PersonScored of(Identification found) {
            return found.best() == null
                    ? new PersonScored(null, 0)
                    : new PersonScored(found.best().person(), found.best().score());
        }
    }

    @Test
    void aTemplateMovedToSomebodyElseIsRefused() throws SQLException {
        alter("UPDATE template SET person = " + alva + " WHERE person = " + bruno);

        assertThat(recognises(alva, BRUNO)).isFalse();
        assertThat(recognises(alva, ALVA)).isTrue();
        assertThat(test.gallery.summary().unreadable()).isPositive();
    }

    @Test
    void swappedEmbeddingsAreRefused() throws SQLException {
        alter(
                "UPDATE template SET embedding = (SELECT embedding FROM template AS other WHERE other.id <> template.id)");

        assertThat(recognises(alva, BRUNO)).isFalse();
        assertThat(recognises(bruno, ALVA)).isFalse();
    }

    @Test
    void swappedKeysAndTemplatesTogetherAreRefused() throws SQLException {
        test.database().execute("UPDATE person_key SET person = 100 + person WHERE person > 0");
        test.database()
                .execute("UPDATE person_key SET person = CASE person WHEN 100 + " + alva + " THEN " + bruno + " ELSE "
                        + alva + " END WHERE person > 0");
        alter("UPDATE template SET person = CASE person WHEN " + alva + " THEN " + bruno + " ELSE " + alva + " END");

        assertThat(recognises(alva, BRUNO)).isFalse();
        assertThat(recognises(bruno, ALVA)).isFalse();
        assertThat(recognises(alva, ALVA)).isFalse();
    }

    @Test
    void aRemovedTemplateThatIsPutBackIsRefused() throws SQLException {
        test.people.addTemplates(
                alva,
                List.of(new TemplateDraft(BRUNO, TestGallery.MODEL, TemplateSource.PHOTO, 1, TestGallery.QUALITY)));
        long second = test.people.templates(alva).getLast().id();
        test.database().execute("CREATE TABLE kept AS SELECT * FROM template WHERE id = " + second);
        test.people.removeTemplate(alva, second);

        alter("INSERT INTO template SELECT * FROM kept");

        assertThat(recognises(alva, BRUNO)).isFalse();
        assertThat(recognises(alva, ALVA)).isTrue();
        assertThat(test.gallery.summary().unreadable()).isEqualTo(1);
    }

    @Test
    void aRemovedPersonWhoIsPutBackWithTheirKeyAndTemplatesIsNobody() throws SQLException {
        for (String table : List.of("person", "person_key", "template")) {
            test.database()
                    .execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table + " WHERE "
                            + (table.equals("person") ? "id" : "person") + " = " + alva);
        }
        test.people.remove(alva);

        test.database().execute("INSERT INTO person SELECT * FROM kept_person");
        test.database().execute("INSERT INTO person_key SELECT * FROM kept_person_key");
        alter("INSERT INTO template SELECT * FROM kept_template");

        assertThat(recognises(alva, ALVA)).isFalse();
        assertThat(recognises(bruno, BRUNO)).isTrue();
        assertThat(test.gallery.summary().unreadable()).isPositive();
        assertThatThrownBy(() -> test.people.setEnabled(alva, false)).hasMessageContaining("by hand");
        test.people.remove(alva);
        assertThat(test.gallery.summary().unreadable()).isZero();
    }

    @Test
    void somebodyPutBackAsTheyWereBeforeTheyWereDisabledIsNobody() throws SQLException {
        test.database().execute("CREATE TABLE kept AS SELECT * FROM person WHERE id = " + alva);
        test.people.setEnabled(alva, false);

        alter("UPDATE person SET (enabled, sealed) = (SELECT enabled, sealed FROM kept) WHERE id = " + alva);

        assertThat(recognises(alva, ALVA)).isFalse();
        assertThat(recognises(bruno, BRUNO)).isTrue();
    }

    @Test
    void withoutTheListOfPeopleNobodyIsRecognised() throws SQLException {
        alter("UPDATE gallery_roster SET sealed = zeroblob(100)");
        test.database().execute("UPDATE gallery_revision SET value = value + 1");
        test.gallery.refresh();

        assertThat(recognises(alva, ALVA)).isFalse();
        assertThatThrownBy(() -> test.add("Chen", towards(0, 0, 1)))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("restore the last backup"));
        test.database().execute("DELETE FROM gallery_roster");
        alter("UPDATE gallery_revision SET value = value + 1");
        assertThat(recognises(alva, ALVA)).isFalse();
    }

    @Test
    void aTemplateInTheClearIsRefused() throws SQLException {
        alter(
                "INSERT INTO template SELECT 99, person, model, source, variants, 1, zeroblob(32), inter_ocular, sharpness,"
                        + " brightness, contrast, yaw, pitch, roll, created FROM template WHERE person = " + alva);

        assertThat(test.gallery.summary().unreadable()).isEqualTo(1);
    }

    @Test
    void aTemplateOfAnotherEmbedderCannotPassForOneOfThis() throws SQLException {
        test.people.addTemplates(
                alva, List.of(new TemplateDraft(BRUNO, "other", TemplateSource.PHOTO, 1, TestGallery.QUALITY)));

        alter("UPDATE template SET model = '" + TestGallery.MODEL + "'");

        assertThat(recognises(alva, BRUNO)).isFalse();
    }

    @Test
    void somebodyWhomAnAdminHasDisabledCannotBeEnabledByHand() throws SQLException {
        test.people.setEnabled(alva, false);

        alter("UPDATE person SET enabled = 1");

        assertThat(test.gallery.person(alva)).isEmpty();
        assertThat(recognises(alva, ALVA)).isFalse();
        assertThat(recognises(bruno, BRUNO)).isTrue();
    }

    @Test
    void aValidityCannotBeExtendedByHand() throws SQLException {
        test.people.setValidity(alva, new ValiditySpan(null, NOON));

        alter("UPDATE person SET valid_until = NULL WHERE id = " + alva);

        assertThat(test.gallery.person(alva)).isEmpty();
    }

    @Test
    void whoeverCannotBeReadIsListedAndCanBeRemoved() throws SQLException {
        alter("UPDATE person SET sealed = x'00' WHERE id = " + alva);

        assertThat(test.people.list("", 10, 0))
                .extracting(listed -> listed.person().name().value())
                .contains("[unreadable, number " + alva + "]", "Bruno");
        assertThatThrownBy(() -> test.people.rename(alva, new PersonName("Alva")))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("restore the last backup"));
        test.people.remove(alva);
        assertThat(test.people.list("", 10, 0)).hasSize(1);
        assertThat(test.gallery.summary().unreadable()).isZero();
    }

    @Test
    void aPersonWithoutTheirKeyIsNobody() throws SQLException {
        test.database().execute("DELETE FROM person_key WHERE person = " + alva);
        alter("UPDATE gallery_revision SET value = value + 1");

        assertThat(recognises(alva, ALVA)).isFalse();
        assertThat(test.people.find(alva))
                .hasValueSatisfying(person -> assertThat(person.enabled()).isFalse());
    }

    /** Otherwise a lost key would look as if everybody had been tampered with, and somebody might remove them. */
    @Test
    void aLostKeyIsSaidAndNobodyLooksAltered() throws Exception {
        TestKeys.of(test.database().database()).rotate();
        Files.delete(TestKeys.files(test.database().database().path()).file());
        test.database().execute("UPDATE gallery_revision SET value = value + 1");

        assertThatThrownBy(() -> test.people.list("", 10, 0)).isInstanceOf(BoxKeyException.class);
        assertThatThrownBy(test.gallery::refresh).isInstanceOf(BoxKeyException.class);
        assertThatThrownBy(() -> test.people.find(alva)).isInstanceOf(BoxKeyException.class);
    }

    @Test
    void anEarlierPinOrOneOfSomebodyElseIsRefused() throws SQLException {
        PinStore pins = new PinStore(test.database().database(), test.keys);
        pins.put(alva, "$argon2id$ of the first one", NOON);
        test.database().execute("CREATE TABLE kept AS SELECT * FROM person_pin");
        pins.put(alva, "$argon2id$ of the second one", NOON);
        pins.put(bruno, "$argon2id$ of bruno's", NOON);

        test.database().execute("UPDATE person_pin SET hash = (SELECT hash FROM kept) WHERE person = " + alva);
        assertRefused(pins, alva);
        test.database().execute("UPDATE person_pin SET hash = (SELECT hash FROM kept) WHERE person = " + bruno);
        assertRefused(pins, bruno);
        test.database().execute("UPDATE person_pin SET hash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA'");
        assertRefused(pins, alva);
        test.database().execute("DELETE FROM person_pin");
        assertRefused(pins, bruno);
        pins.put(alva, "$argon2id$ of the third one", NOON);
        assertThat(pins.hash(alva)).contains("$argon2id$ of the third one");
    }

    private static void assertRefused(PinStore pins, PersonId person) {
        assertThatThrownBy(() -> pins.hash(person))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("lintel people pin"));
    }
}
