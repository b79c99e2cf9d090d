package io.lintel.gallery.enrolment;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.face.QualityFlaw;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;

class GuidedShotsTest {

    private static final Embedding ALVA = towards(1, 0, 0);
    private static final Embedding BRUNO = towards(0, 1, 0);

    @TempDir
    Path folder;

    private final PaintedAnalyzer analyzer = new PaintedAnalyzer();
    private TestGallery test;
    private GuidedShots guide;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
        guide = guide(new GuidedSubject.NewPerson(PersonDraft.named("Alva"), false));
    }

    @AfterEach
    void close() {
        guide.close();
        test.close();
    }

    @Test
    void aShotOfEachPoseCompletesIt() {
        assertThat(see(Scene.of(ALVA, 0)).advice()).isEqualTo(Advice.TURN_LEFT);
        assertThat(see(Scene.of(ALVA, 15)).advice()).isEqualTo(Advice.TURN_RIGHT);
        GuidedStep last = see(Scene.of(ALVA, -15));

        assertThat(last.advice()).isEqualTo(Advice.DONE);
        assertThat(last.isComplete()).isTrue();
        assertThat(last.progress()).isEqualTo(1);
        assertThat(guide.shots()).hasSize(3);
    }

    @Test
    void posesCountInWhateverOrderTheyCome() {
        see(Scene.of(ALVA, -15));
        see(Scene.of(ALVA, 0));

        assertThat(see(Scene.of(ALVA, 15)).isComplete()).isTrue();
    }

    @Test
    void theSamePoseCountsOnce() {
        see(Scene.of(ALVA, 0));
        GuidedStep again = see(Scene.of(ALVA, 1));

        assertThat(again.tookOne()).isFalse();
        assertThat(again.taken()).containsExactly(PoseGoal.FRONT);
        assertThat(again.advice()).isEqualTo(Advice.TURN_LEFT);
    }

    @Test
    void aHeadTurnedTooFarIsNoShot() {
        assertThat(see(Scene.of(ALVA, 33)).tookOne()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BLURRED,HOLD_STILL",
        "TOO_DARK,BRIGHTER",
        "TOO_BRIGHT,DARKER",
        "TILTED,HEAD_UPRIGHT",
        "TOO_CLOSE,STEP_BACK",
        "CUT_OFF,TO_THE_MIDDLE"
    })
    void eachFlawHasItsAdvice(QualityFlaw flaw, Advice advice) {
        assertThat(see(new Scene(1, ALVA, 0, 60, Set.of(flaw), 0.9)).advice()).isEqualTo(advice);
    }

    @Test
    void onlyTheFirstThingToMendIsSaid() {
        Scene farAndBlurred = new Scene(1, ALVA, 0, 20, Set.of(QualityFlaw.BLURRED), 0.9);

        assertThat(see(farAndBlurred).advice()).isEqualTo(Advice.COME_CLOSER);
    }

    @Test
    void nobodyAndSeveralPeopleAreNoShot() {
        assertThat(see(new Scene(0, ALVA, 0, 60, Set.of(), 0.9)).advice()).isEqualTo(Advice.LOOK_HERE);
        assertThat(see(new Scene(2, ALVA, 0, 60, Set.of(), 0.9)).advice()).isEqualTo(Advice.ONE_PERSON_ONLY);
    }

    @Test
    void somebodyElseBetweenTheShotsIsSentAway() {
        see(Scene.of(ALVA, 0));

        assertThat(see(Scene.of(BRUNO, 15)).advice()).isEqualTo(Advice.OTHER_PERSON);
        assertThat(see(Scene.of(ALVA, 15)).tookOne()).isTrue();
    }

    @Test
    void aPhotoHeldBeforeTheCameraIsNoShot() {
        assertThat(see(new Scene(1, ALVA, 0, 60, Set.of(), 0.2)).advice()).isEqualTo(Advice.NOT_LIVE);
    }

    @Test
    void anEnrolledPersonIsNotTakenForANewOneUntilAnOperatorConfirms() {
        PersonId bruno = test.add("Bruno", BRUNO);

        GuidedStep known = see(Scene.of(BRUNO, 0));
        assertThat(known.advice()).isEqualTo(Advice.KNOWN_PERSON);
        assertThat(known.known().other().id()).isEqualTo(bruno);

        guide.allowLookAlike();
        assertThat(see(Scene.of(BRUNO, 0)).tookOne()).isTrue();
    }

    @Test
    void moreShotsOfSomebodyAreOfHimOnly() {
        PersonId alva = test.add("Alva", ALVA);
        try (GuidedShots more = guide(new GuidedSubject.Existing(alva, false))) {
            assertThat(more.look(analyzer.paint(Scene.of(BRUNO, 0))).advice()).isEqualTo(Advice.OTHER_PERSON);
            assertThat(more.look(analyzer.paint(Scene.of(ALVA, 0))).tookOne()).isTrue();
        }
    }

    private GuidedShots guide(GuidedSubject subject) {
        return new GuidedShots(analyzer, test.gallery, MobileFaceNet.ENROLMENT, 0.5, subject);
    }

    private GuidedStep see(Scene scene) {
        Mat picture = analyzer.paint(scene);
        try {
            return guide.look(picture);
        } finally {
            picture.release();
        }
    }
}
