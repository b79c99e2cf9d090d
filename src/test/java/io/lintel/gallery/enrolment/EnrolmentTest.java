package io.lintel.gallery.enrolment;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.Template;
import io.lintel.gallery.TemplateSource;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Enrolled;
import io.lintel.gallery.enrolment.EnrolmentOutcome.NeedsConfirmation;
import io.lintel.gallery.enrolment.EnrolmentOutcome.Refused;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class EnrolmentTest {

    private static final Embedding ALVA = towards(1, 0, 0);
    private static final Embedding ALVA_SMILING = towards(1, 0.3, 0);
    private static final Embedding BRUNO = towards(0, 1, 0);
    private static final Embedding ALVAS_SISTER = towards(1, 0, 0.9);

    @TempDir
    Path folder;

    private final FakeAnalyzer analyzer = new FakeAnalyzer();
    private TestGallery test;
    private Enrolment enrolment;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
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
    void aPersonIsRecognisedAsSoonAsHeIsEnrolled() {
        Enrolled alva = (Enrolled) enrol("Alva", of(ALVA));

        assertThat(test.gallery.identify(ALVA).best().person())
                .isEqualTo(alva.result().person().id());
        assertThat(alva.warnings()).isEmpty();
        assertThat(alva.result().templates()).singleElement().satisfies(template -> {
            assertThat(template.source()).isEqualTo(TemplateSource.PHOTO);
            assertThat(template.modelId()).isEqualTo(TestGallery.MODEL);
            assertThat(template.quality().interOcularPixels()).isEqualTo(60);
        });
    }

    @Test
    void fewShotsAreAugmentedAndThreeAreNot() {
        Enrolled few = (Enrolled) enrol("Alva", of(ALVA));
        Enrolled many = (Enrolled) enrol("Bruno", of(BRUNO), of(BRUNO), of(BRUNO));

        assertThat(few.result().templates())
                .extracting(Template::variants)
                .containsExactly(AugmentedView.values().length);
        assertThat(many.result().templates()).extracting(Template::variants).containsExactly(1, 1, 1);
    }

    @Test
    void aPictureWithoutAFaceWithSeveralOrWithAPoorOneIsRefusedWithAdvice() {
        Refused refused = (Refused) enrol(
                "Alva",
                analyzer.picture(0, ALVA, 60, Set.of()),
                analyzer.picture(2, ALVA, 60, Set.of()),
                analyzer.picture(1, ALVA, 60, Set.of(QualityFlaw.BLURRED, QualityFlaw.TOO_DARK)),
                analyzer.picture(1, ALVA, 31, Set.of()),
                of(ALVA));

        assertThat(refused.problems())
                .extracting(ShotProblem::label, ShotProblem::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("photo 1", ShotProblem.Kind.NO_FACE),
                        org.assertj.core.groups.Tuple.tuple("photo 2", ShotProblem.Kind.SEVERAL_FACES),
                        org.assertj.core.groups.Tuple.tuple("photo 3", ShotProblem.Kind.POOR_QUALITY),
                        org.assertj.core.groups.Tuple.tuple("photo 4", ShotProblem.Kind.POOR_QUALITY));
        assertThat(refused.problems().get(2).what()).isEqualTo("the face is blurred, too dark");
        assertThat(refused.problems().get(2).advice()).isEqualTo("hold still, more light on the face");
        assertThat(refused.problems().get(3).advice()).isEqualTo("come closer");
        assertNothingStored();
    }

    @Test
    void picturesOfDifferentPeopleAreNotOnePerson() {
        Refused refused = (Refused) enrol("Alva", of(ALVA), of(ALVA_SMILING), of(BRUNO));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.label()).isEqualTo("photo 3");
            assertThat(problem.kind()).isEqualTo(ShotProblem.Kind.OTHER_PERSON);
        });
        assertNothingStored();
    }

    @Test
    void aLookAlikeMustBeConfirmed() {
        PersonId alva = test.add("Alva", ALVA);

        NeedsConfirmation asked = (NeedsConfirmation) enrol("Alva's sister", of(ALVAS_SISTER));
        assertThat(asked.warnings())
                .singleElement()
                .isInstanceOfSatisfying(EnrolmentWarning.LookAlike.class, lookAlike -> {
                    assertThat(lookAlike.other().id()).isEqualTo(alva);
                    assertThat(lookAlike.score()).isBetween(0.7, 0.8);
                });
        assertThat(test.people.list("", 10, 0)).hasSize(1);

        Enrolled confirmed =
                (Enrolled) enrolment.enrol(PersonDraft.named("Alva's sister"), shots(of(ALVAS_SISTER)), true);
        assertThat(confirmed.warnings()).hasSize(1);
        assertThat(test.people.list("", 10, 0)).hasSize(2);
    }

    @Test
    void theSameNameIsOnlyAWarning() {
        PersonId first = test.add("Zoë", ALVA);

        Enrolled second = (Enrolled) enrol("zoe", of(BRUNO));

        assertThat(second.warnings())
                .singleElement()
                .isInstanceOfSatisfying(
                        EnrolmentWarning.SameName.class,
                        warning -> assertThat(warning.other().id()).isEqualTo(first));
    }

    @Test
    void moreShotsMustShowTheSamePerson() {
        PersonId alva = test.add("Alva", ALVA);

        Refused refused = (Refused) enrolment.addShots(alva, shots(of(BRUNO)), false);
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Alva"));

        Enrolled added = (Enrolled) enrolment.addShots(alva, shots(of(ALVA_SMILING)), false);
        assertThat(added.result().templates()).hasSize(1);
        assertThat(test.people.templates(alva)).hasSize(2);
    }

    @Test
    void moreShotsThatLookLikeSomebodyElseMustBeConfirmed() {
        PersonId alva = test.add("Alva", ALVA);
        test.add("Alva's sister", ALVAS_SISTER);
        Embedding between = towards(1, 0, 0.4);

        assertThat(enrolment.addShots(alva, shots(of(between)), false)).isInstanceOf(NeedsConfirmation.class);
        assertThat(enrolment.addShots(alva, shots(of(between)), true)).isInstanceOf(Enrolled.class);
    }

    @Test
    void noPictureTooManyPicturesAndUnknownPeopleAreRefused() {
        Mat[] many = new Mat[21];
        Arrays.setAll(many, i -> of(ALVA));

        assertThatThrownBy(() -> enrol("Alva")).isInstanceOf(GalleryException.class);
        assertThatThrownBy(() -> enrol("Alva", many)).isInstanceOf(GalleryException.class);
        assertThatThrownBy(() -> enrolment.addShots(new PersonId(4711), shots(of(ALVA)), false))
                .isInstanceOf(GalleryException.class);
    }

    private EnrolmentOutcome enrol(String name, Mat... pictures) {
        return enrolment.enrol(PersonDraft.named(name), shots(pictures), false);
    }

    private static List<Shot> shots(Mat... pictures) {
        List<Shot> shots = new ArrayList<>();
        for (Mat picture : pictures) {
            shots.add(new Shot("photo " + (shots.size() + 1), TemplateSource.PHOTO, picture));
        }
        return shots;
    }

    private Mat of(Embedding person) {
        return analyzer.picture(1, person, 60, Set.of());
    }

    private void assertNothingStored() {
        assertThat(test.people.list("", 10, 0)).isEmpty();
    }
}
