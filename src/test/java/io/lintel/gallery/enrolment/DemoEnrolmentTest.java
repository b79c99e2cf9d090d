package io.lintel.gallery.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Refused;
import io.lintel.gallery.photo.PhotoGate;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** With the real models, on the invented people of the demo. */
class DemoEnrolmentTest {

    private static final Path PEOPLE = Path.of("config/demo/people");

    private static OnnxFaceAnalyzer analyzer;

    @TempDir
    Path folder;

    private TestGallery test;
    private Enrolment enrolment;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
        TestModels.installed("mobilefacenet");
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(ModelStore.open(TestModels.folder())), FaceSettings.stills());
    }

    @AfterAll
    static void unload() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
        enrolment = new Enrolment(analyzer, test.gallery, test.people, MobileFaceNet.ENROLMENT);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void onePhotoEachIsEnoughToTellTheDemosPeopleApart() {
        PersonId dalia = enrol("dalia");
        PersonId emeka = enrol("emeka");

        assertThat(test.gallery.identify(probe("dalia", "right15")).best().person())
                .isEqualTo(dalia);
        assertThat(test.gallery.identify(probe("emeka", "smile")).best().person())
                .isEqualTo(emeka);
        assertThat(test.gallery.score(dalia, probe("dalia", "right15")).orElseThrow())
                .isGreaterThan(0.65);
        assertThat(test.gallery.nearest(probe("jonas", "enrol"), 1).getFirst().score())
                .isLessThan(0.55);
    }

    @Test
    void picturesOfTwoPeopleAreToldApart() {
        Refused mixed = (Refused) enrolment.enrol(
                PersonDraft.named("mixed"), List.of(shot("dalia", "enrol"), shot("emeka", "enrol")), false);

        assertThat(mixed.problems()).extracting(ShotProblem::kind).containsOnly(ShotProblem.Kind.OTHER_PERSON);
    }

    @Test
    void aPhotoOfTwoPeopleIsRefused() {
        Mat both = new Mat();
        Core.hconcat(List.of(picture("dalia", "enrol"), picture("emeka", "enrol")), both);

        Refused refused = (Refused) enrolment.enrol(
                PersonDraft.named("both"), List.of(new Shot("both", TemplateSource.PHOTO, both)), false);

        assertThat(refused.problems()).extracting(ShotProblem::kind).containsExactly(ShotProblem.Kind.SEVERAL_FACES);
        both.release();
    }

    @Test
    void theSamePersonEnrolledTwiceIsNoticed() {
        enrol("dalia");

        assertThat(enrolment.enrol(PersonDraft.named("somebody else"), List.of(shot("dalia", "smile")), false))
                .isInstanceOf(EnrolmentOutcome.NeedsConfirmation.class);
    }

    /** The detector finds it with eyes and mouth exchanged; such templates look like each other. */
    @ParameterizedTest
    @ValueSource(strings = {"alva", "bruno", "chen", "emeka", "fatou", "hana", "ines", "kiran", "leila"})
    void noUpsideDownFaceBecomesATemplate(String person) {
        for (String name : List.of("enrol", "smile", "dim", "left15", "right15")) {
            Mat picture = picture(person, name);
            Core.rotate(picture, picture, Core.ROTATE_180);

            assertThat(enrolment.enrol(
                            PersonDraft.named(person), List.of(new Shot(name, TemplateSource.PHOTO, picture)), true))
                    .as(name)
                    .isInstanceOf(Refused.class);
            picture.release();
        }
    }

    private PersonId enrol(String person) {
        Enrolled enrolled =
                (Enrolled) enrolment.enrol(PersonDraft.named(person), List.of(shot(person, "enrol")), false);
        return enrolled.result().person().id();
    }

    private static Shot shot(String person, String name) {
        return new Shot(person + "/" + name, TemplateSource.PHOTO, picture(person, name));
    }

    private static Mat picture(String person, String name) {
        try (PhotoGate.Turn turn = PhotoGate.ofProcess().enter()) {
            return turn.photos().read(PEOPLE.resolve(person).resolve(name + ".jpg"));
        }
    }

    private static Embedding probe(String person, String name) {
        Mat picture = picture(person, name);
        Mat chip = new Mat();
        analyzer.align(picture, analyzer.find(picture).getFirst(), chip);
        return analyzer.embed(chip);
    }
}
