package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.NOON;
import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    @TempDir
    Path folder;

    private TestGallery test;
    private People people;

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
        people = test.people;
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aPersonComesBackAsDrafted() {
        PersonDraft draft = PersonDraft.named("Zoë")
                .withNote("second floor")
                .withValidity(new ValiditySpan(NOON, NOON.plusSeconds(60)))
                .withConsent(new Consent(NOON, "front door"));

        Person added = test.store.add(draft, List.of(), NOON).person();

        assertThat(people.find(added.id())).contains(added);
        assertThat(added)
                .isEqualTo(new Person(
                        added.id(), draft.name(), "second floor", true, draft.validity(), NOON, draft.consent()));
    }

    @Test
    void peopleAreListedByNameWithTheirTemplatesAndFoundByPartOfIt() {
        test.add("Żaneta", towards(1), towards(2));
        test.add("bruno 100%");
        test.add("Alva");

        assertThat(names(people.list("", 10, 0))).containsExactly("Alva", "bruno 100%", "Żaneta");
        assertThat(names(people.list("", 1, 1))).containsExactly("bruno 100%");
        assertThat(people.list("ZANE", 10, 0))
                .singleElement()
                .satisfies(found -> assertThat(found.templates()).isEqualTo(2));
        assertThat(names(people.list("0%", 10, 0))).containsExactly("bruno 100%");
        assertThat(people.list("a_v", 10, 0)).isEmpty();
    }

    @Test
    void anEditSaysWhatItChanged() {
        PersonId id = test.add("Alva");

        PersonChange change = people.rename(id, new PersonName("Alva Berg"));

        assertThat(change.fields()).containsExactly(new PersonChange.Field("name", "Alva", "Alva Berg"));
        assertThat(test.gallery.person(id)).contains(change.after());
        assertThat(people.setEnabled(id, true).fields()).isEmpty();
        assertThat(people.setEnabled(id, false).fields())
                .containsExactly(new PersonChange.Field("enabled", "true", "false"));
        assertThat(people.setConsent(id, new Consent(NOON, "door")).fields())
                .extracting(PersonChange.Field::name)
                .containsExactly("consent_given", "consent_purpose", "consent_keep_days");
        assertThat(people.setConsent(id, null).after().consent()).isNull();
    }

    @Test
    void validityHasItsFirstMomentAndNotItsLast() {
        PersonId id = test.add("Alva");
        Person person = people.setValidity(id, new ValiditySpan(NOON, NOON.plusSeconds(60)))
                .after();

        assertThat(person.status(NOON.minusMillis(1))).isEqualTo(PersonStatus.NOT_YET_VALID);
        assertThat(person.status(NOON)).isEqualTo(PersonStatus.ACTIVE);
        assertThat(person.status(NOON.plusSeconds(60))).isEqualTo(PersonStatus.EXPIRED);
        assertThat(person.withEnabled(false).status(NOON)).isEqualTo(PersonStatus.DISABLED);
        assertThatThrownBy(() -> new ValiditySpan(NOON, NOON)).isInstanceOf(GalleryException.class);
    }

    @Test
    void aRemovedPersonIsGoneAtOnceAndTheNumberIsNeverGivenAgain() {
        PersonId first = test.add("Alva", towards(1), towards(1, 1));

        assertThat(people.exists(first)).isTrue();

        PersonRemoval removal = people.remove(first);

        assertThat(removal.templates()).isEqualTo(2);
        assertThat(removal.traceless()).isTrue();
        assertThat(test.gallery.identify(towards(1)).best()).isNull();
        assertThat(people.find(first)).isEmpty();
        assertThat(people.exists(first)).isFalse();
        assertThat(test.add("Bruno")).isNotEqualTo(first);
    }

    @Test
    void nothingOfARemovedPersonsTemplateIsLeftInAnyFile() throws IOException {
        PersonId id = test.add("Alva Unmistakable", towards(0.123456, 0.654321));
        List<byte[]> stored = test.database()
                .database()
                .read(sql -> List.of(
                        sql.first("SELECT embedding FROM template", row -> row.getBytes(1))
                                .orElseThrow(),
                        sql.first("SELECT sealed FROM person", row -> row.getBytes(1))
                                .orElseThrow(),
                        sql.first("SELECT wrapped FROM person_key WHERE person = ?", row -> row.getBytes(1), id.value())
                                .orElseThrow()));
        assertThat(stored).allSatisfy(bytes -> assertThat(content()).contains(latin(bytes)));

        people.remove(id);

        assertThat(stored).allSatisfy(bytes -> assertThat(content()).doesNotContain(latin(bytes)));
    }

    @Test
    void theLastTemplateStaysEvenIfBothAreRemovedAtTheSameTime() {
        PersonId alva = test.add("Alva", towards(1), towards(0, 1));

        List<String> ends = people.templates(alva).parallelStream()
                .map(template -> {
                    try {
                        return people.removeTemplate(alva, template.id()).isPresent() ? "removed" : "none";
                    } catch (GalleryException e) {
                        return "kept";
                    }
                })
                .toList();

        assertThat(ends).containsExactlyInAnyOrder("removed", "kept");
        assertThat(people.templates(alva)).hasSize(1);
    }

    @Test
    void aTemplateCanGoAloneAndOnlyByItsOwner() {
        PersonId alva = test.add("Alva", towards(1), towards(0, 1));
        PersonId bruno = test.add("Bruno", towards(0, 0, 1));
        long template = people.templates(alva).getFirst().id();

        assertThat(people.removeTemplate(bruno, template)).isEmpty();
        assertThat(people.removeTemplate(alva, template)).isPresent();

        assertThat(people.templates(alva)).hasSize(1);
        assertThat(test.gallery.identify(towards(0, 1)).best().score()).isGreaterThan(0.999);
    }

    @Test
    void whoIsNotThereIsAClearError() {
        assertThatThrownBy(() -> people.rename(new PersonId(99), new PersonName("x")))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> people.remove(new PersonId(99))).isInstanceOf(GalleryException.class);
    }

    @Test
    void aFailureHalfWayLeavesNoPersonBehind() throws SQLException {
        test.database()
                .execute("CREATE TRIGGER stumble BEFORE INSERT ON template BEGIN SELECT RAISE(ABORT, 'stumbled'); END");

        assertThatThrownBy(() -> test.add("Alva", towards(1))).hasMessageContaining("stumbled");

        assertThat(people.list("", 10, 0)).isEmpty();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Of all files. */
    private String content() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static List<String> names(List<PersonSummary> list) {
        return list.stream().map(summary -> summary.person().name().value()).toList();
    }
}
