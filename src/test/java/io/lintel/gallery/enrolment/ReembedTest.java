package io.lintel.gallery.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.face.Pictures;
import io.lintel.gallery.EmbedderUseStore;
import io.lintel.gallery.FlatSearch;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.MatchSettings;
import io.lintel.gallery.People;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Template;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Refused;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

/** A live gallery changes its embedder. */
class ReembedTest {

    private static final String AFTER = "another-embedder";

    @TempDir
    Path folder;

    @Test
    void whosePortraitsWereKeptIsKnownToTheNewEmbedderAndTheOldTemplatesStay() {
        try (OnnxFaceAnalyzer analyzer = Pictures.analyzer(FaceSettings.stills());
                TestGallery before = TestGallery.open(folder)) {
            PersonId dalia = enrol(analyzer, before, "dalia", true);
            PersonId emeka = enrol(analyzer, before, "emeka", false);

            Gallery gallery = new Gallery(before.store, AFTER, MatchSettings.DEFAULT, FlatSearch::new);
            People people = new People(before.store, gallery, () -> TestGallery.NOON);
            Enrolment enrolment = new Enrolment(analyzer, gallery, people, MobileFaceNet.ENROLMENT);
            assertThat(people.mustEnrolAgain(dalia)).isTrue();
            assertThat(gallery.summary().searchable()).isZero();

            Enrolled done = (Enrolled) enrolment.reembed(dalia);
            Refused refused = (Refused) enrolment.reembed(emeka);

            assertThat(done.result().templates()).hasSize(1);
            assertThat(refused.problems()).extracting(ShotProblem::what).containsExactly("no portrait was kept");
            assertThat(people.mustEnrolAgain(dalia)).isFalse();
            assertThat(people.mustEnrolAgain(emeka)).isTrue();
            assertThat(people.templates(dalia)).extracting(Template::modelId).containsExactly(TestGallery.MODEL, AFTER);
            assertThat(people.portraits(dalia)).hasSize(2);
            assertThat(gallery.score(dalia, probe(analyzer, "dalia/smile")).orElseThrow())
                    .isGreaterThan(0.65);
            assertThat(gallery.score(emeka, probe(analyzer, "emeka/smile"))).isEmpty();
            before.gallery.refresh();
            assertThat(before.gallery.recognises(dalia)).isTrue();
            assertThat(before.gallery.summary().foreignTemplates()).containsEntry(AFTER, 1);

            EmbedderUseStore.Use use = EmbedderUseStore.read(folder.resolve("lintel.db"), AFTER);
            assertThat(use).isEqualTo(new EmbedderUseStore.Use(2, 1));
        }
    }

    private static PersonId enrol(OnnxFaceAnalyzer analyzer, TestGallery into, String name, boolean portraits) {
        Enrolment enrolment =
                new Enrolment(analyzer, into.gallery, into.people, MobileFaceNet.ENROLMENT.withPortraits(portraits));
        Shot shot = new Shot(name, TemplateSource.PHOTO, Pictures.still(name + "/enrol"));
        return ((Enrolled) enrolment.enrol(PersonDraft.named(name), List.of(shot), false))
                .result()
                .person()
                .id();
    }

    private static Embedding probe(OnnxFaceAnalyzer analyzer, String still) {
        Mat picture = Pictures.still(still);
        Mat chip = new Mat();
        analyzer.align(picture, analyzer.find(picture).getFirst(), chip);
        return analyzer.embed(chip);
    }
}
