package io.lintel.gallery;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lintel.face.Embedding;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {

    private static final Embedding PROBE = towards(1, 0);

    @TempDir
    Path folder;

    private TestGallery test;

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void anEmptyGalleryKnowsNobody() {
        assertThat(test.gallery.identify(PROBE)).isEqualTo(new Identification(null, null, 0, 0));
    }

    @Test
    void aSinglePersonHasNoRunnerUp() {
        PersonId alva = test.add("Alva", towards(0.8, 0.6));

        Identification answer = test.gallery.identify(PROBE);

        assertThat(answer.best().person()).isEqualTo(alva);
        assertThat(answer.best().score()).isCloseTo(0.8, within(1e-6));
        assertThat(answer.runnerUp()).isNull();
    }

    @Test
    void theScoreIsTheCosineToTheNormalisedMean() {
        test.add("Alva", towards(1, 0), towards(0, 1));

        assertThat(test.gallery.identify(PROBE).best().score()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void bestAndRunnerUpAreDifferentPersonsHoweverManyTemplatesOneHas() {
        test.close();
        test = TestGallery.open(folder, new MatchSettings(PersonScore.NEAREST, 1));
        PersonId alva = test.add("Alva", towards(1, 0.01), towards(1, 0.02), towards(1, 0.03));
        PersonId bruno = test.add("Bruno", towards(0.5, 0.5));

        Identification answer = test.gallery.identify(PROBE);

        assertThat(answer.best().person()).isEqualTo(alva);
        assertThat(answer.runnerUp().person()).isEqualTo(bruno);
        assertThat(answer.persons()).isEqualTo(2);
        assertThat(answer.templates()).isEqualTo(4);
    }

    @Test
    void theNearestTemplatesCountWhenSoConfigured() {
        test.close();
        test = TestGallery.open(folder, new MatchSettings(PersonScore.NEAREST, 2));
        test.add("Alva", towards(1, 0), towards(0, 1), towards(0.6, 0.8));

        assertThat(test.gallery.identify(PROBE).best().score()).isCloseTo((1 + 0.6) / 2, within(1e-6));
    }

    @Test
    void somebodyDisabledIsStillMatchedAndCanBeLookedUp() {
        PersonId alva = test.add("Alva", PROBE);
        test.people.setEnabled(alva, false);

        assertThat(test.gallery.identify(PROBE).best().person()).isEqualTo(alva);
        assertThat(test.gallery.person(alva))
                .hasValueSatisfying(
                        person -> assertThat(person.status(TestGallery.NOON)).isEqualTo(PersonStatus.DISABLED));
    }

    @Test
    void templatesOfAnotherModelAreLeftOutAndReported() {
        test.add("Alva", PROBE);
        TemplateDraft foreign = new TemplateDraft(
                Embedding.of(new float[] {1, 2, 3}), "old-embedder", TemplateSource.PHOTO, 1, TestGallery.QUALITY);
        PersonId bruno = test.store
                .add(PersonDraft.named("Bruno"), List.of(foreign, foreign), TestGallery.NOON)
                .person()
                .id();
        test.gallery.refresh();

        assertThat(test.gallery.identify(PROBE).persons()).isEqualTo(1);
        assertThat(test.gallery.person(bruno)).isPresent();
        GallerySummary summary = test.gallery.summary();
        assertThat(summary.foreignTemplates()).isEqualTo(Map.of("old-embedder", 2));
        assertThat(summary.persons()).isEqualTo(2);
        assertThat(summary.searchable()).isEqualTo(1);
    }

    @Test
    void aSpoiltRowShutsTheDoorForNobodyElse() throws SQLException {
        PersonId alva = test.add("Alva", PROBE);
        test.add("Bruno", towards(0, 1));
        test.database().execute("UPDATE template SET embedding = x'00ff' WHERE person <> " + alva);
        test.database().execute("UPDATE person SET enabled = 0 WHERE id <> " + alva);

        assertThat(test.gallery.refresh()).isTrue();

        assertThat(test.gallery.identify(PROBE).best().person()).isEqualTo(alva);
        assertThat(test.gallery.summary().unreadable()).isEqualTo(2);
    }

    @Test
    void aProbeOfAnotherModelIsAnErrorAndNotANoMatch() {
        test.add("Alva", PROBE);

        assertThatThrownBy(() -> test.gallery.identify(Embedding.of(new float[] {1, 2})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangeIsSeenOnceByTheNextRefresh() {
        PersonId alva = test.add("Alva", PROBE);
        assertThat(test.gallery.refresh()).isFalse();

        test.store.update(alva, person -> person.withNote("left the company"));

        assertThat(test.gallery.refresh()).isTrue();
        assertThat(test.gallery.refresh()).isFalse();
    }
}
