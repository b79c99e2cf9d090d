package io.lintel.gallery.enrolment.live;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lintel.access.MobileFaceNet;
import io.lintel.face.Embedding;
import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.GalleryException;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.TestGallery;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.gallery.enrolment.PaintedAnalyzer;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class LiveEnrolmentTest {

    private static final Embedding ALVA = towards(1, 0, 0);
    private static final Embedding ALVAS_SISTER = towards(1, 0, 0.9);

    @TempDir
    Path folder;

    private final PaintedAnalyzer analyzer = new PaintedAnalyzer();
    private final BlockingQueue<Mat> camera = new LinkedBlockingQueue<>();
    private final AtomicLong time = new AtomicLong();
    private final List<EnrolledPerson> audited = new CopyOnWriteArrayList<>();
    private TestGallery test;
    private LiveEnrolments enrolments;

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
    }

    @BeforeEach
    void open() {
        test = TestGallery.open(folder);
        enrolments = new LiveEnrolments(
                this::next,
                () -> analyzer,
                test.gallery,
                new Enrolment(analyzer, test.gallery, test.people, MobileFaceNet.ENROLMENT),
                LiveSettings.of(MobileFaceNet.ENROLMENT, 0.5),
                time::get);
    }

    @AfterEach
    void close() throws InterruptedException {
        enrolments.close();
        test.close();
    }

    @Test
    void threeGoodPosesEnrolThePersonAndAreAudited() {
        LiveEnrolment live = begin("Alva");

        show(Scene.of(ALVA, 0), Scene.of(ALVA, 15), Scene.of(ALVA, -15));

        await().until(() -> live.state() instanceof LiveState.Enrolled);
        assertThat(audited)
                .singleElement()
                .satisfies(done -> assertThat(done.templates()).hasSize(3));
        assertThat(test.gallery.identify(ALVA).best()).isNotNull();
        assertThat(live.jpeg()).startsWith(0xFF, 0xD8);
        await().until(() -> !enrolments.isRunning());
        assertThat(analyzer.closed).isTrue();
    }

    @Test
    void oneAtATime() {
        begin("Alva");

        assertThatThrownBy(() -> begin("Bruno"))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("by operator");
        assertThat(enrolments.isRunning()).isTrue();
    }

    @Test
    void cancellingStoresNothingAndMakesRoomForTheNext() {
        LiveEnrolment live = begin("Alva");
        show(Scene.of(ALVA, 0));

        live.cancel();

        await().until(() -> live.state() instanceof LiveState.Ended);
        await().until(() -> !enrolments.isRunning());
        assertThat(test.gallery.summary().persons()).isZero();
        begin("Bruno");
    }

    @Test
    void aClosedPageEndsIt() {
        LiveEnrolment live = begin("Alva");

        time.addAndGet(Duration.ofSeconds(21).toNanos());

        await().until(() -> !enrolments.isRunning());
        assertThat(live.state()).isInstanceOf(LiveState.Ended.class);
    }

    @Test
    void withoutOneMoreShotPatienceEnds() {
        LiveEnrolment live = begin("Alva");

        await().until(() -> {
            time.addAndGet(Duration.ofSeconds(10).toNanos());
            return live.state() instanceof LiveState.Ended;
        });
        assertThat(((LiveState.Ended) live.state()).reason()).contains("no further good picture");
    }

    @Test
    void aLookAlikeThatTurnsUpOnlyInTheMeanIsForAnOperatorToConfirm() {
        LiveEnrolment live = begin("Alva");
        show(Scene.of(ALVA, 0), Scene.of(ALVA, 15));
        await().until(() -> live.state() instanceof LiveState.Guiding guiding && guiding.pictures() == 2);
        // Enrolled elsewhere meanwhile; the third picture differs, the mean does not.
        test.add("Alva's sister", ALVAS_SISTER);
        show(Scene.of(towards(1, 1.5, 0), -15));

        await().until(() -> live.state() instanceof LiveState.NeedsConfirmation);
        assertThat(test.gallery.summary().persons()).isEqualTo(1);
        live.allowLookAlike();

        await().until(() -> live.state() instanceof LiveState.Enrolled);
    }

    @Test
    void theCameraMayGoAndComeBack() {
        LiveEnrolment live = begin("Alva");

        await().until(() -> live.state() instanceof LiveState.Guiding guiding && guiding.blind());
        show(Scene.of(ALVA, 0));

        await().until(() -> live.state() instanceof LiveState.Guiding guiding && guiding.pictures() == 1);
    }

    private LiveEnrolment begin(String name) {
        return enrolments.begin(
                new GuidedSubject.NewPerson(PersonDraft.named(name), false),
                "operator",
                done -> audited.add(done.result()));
    }

    private void show(Scene... scenes) {
        for (Scene scene : scenes) {
            camera.add(analyzer.paint(scene));
        }
    }

    private long next(Mat into, long seen, Duration timeout) throws InterruptedException {
        Mat picture = camera.poll(20, TimeUnit.MILLISECONDS);
        if (picture == null) {
            return seen;
        }
        picture.copyTo(into);
        picture.release();
        return seen + 1;
    }
}
