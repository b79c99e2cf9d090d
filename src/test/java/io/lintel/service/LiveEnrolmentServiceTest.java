package io.lintel.service;

import static io.lintel.gallery.TestGallery.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.access.MobileFaceNet;
import io.lintel.audit.AuditKind;
import io.lintel.face.Embedding;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.PersonId;
import io.lintel.gallery.enrolment.PaintedAnalyzer.Scene;
import io.lintel.gallery.enrolment.live.LiveEnrolment;
import io.lintel.gallery.enrolment.live.LiveEnrolments;
import io.lintel.gallery.enrolment.live.LiveSettings;
import io.lintel.gallery.enrolment.live.LiveState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class LiveEnrolmentServiceTest {

    private static final Embedding ALVA = towards(1, 0, 0);

    @TempDir
    Path folder;

    private final BlockingQueue<Mat> camera = new LinkedBlockingQueue<>();
    private final AtomicLong time = new AtomicLong();
    private ServiceFixture fixture;
    private LiveEnrolments enrolments;
    private LiveEnrolmentService service;

    @BeforeEach
    void open() {
        fixture = new ServiceFixture(folder);
        enrolments = new LiveEnrolments(
                this::next,
                () -> fixture.analyzer,
                fixture.gallery.gallery,
                fixture.enrolment,
                LiveSettings.of(MobileFaceNet.ENROLMENT, 0.5),
                time::get);
        service = new LiveEnrolmentService(() -> enrolments, fixture.people, fixture.schedules, fixture.log);
    }

    @AfterEach
    void close() throws InterruptedException {
        enrolments.close();
        fixture.close();
    }

    @Test
    void aLookAlikeThatIsConfirmedAtTheCameraIsInTheLog() {
        LiveEnrolment live = service.start("ada", PersonDraft.named("Alva"), InitialAccess.NONE);
        show(Scene.of(ALVA, 0), Scene.of(ALVA, 15));
        await().until(() -> live.state() instanceof LiveState.Guiding guiding && guiding.pictures() == 2);
        // Enrolled elsewhere meanwhile; the third picture differs, the mean does not.
        PersonId sister = fixture.gallery.add("Alva's sister", towards(1, 0, 0.9));
        show(Scene.of(towards(1, 1.5, 0), -15));
        await().until(() -> live.state() instanceof LiveState.NeedsConfirmation);

        service.find(live.key()).allowLookAlike();

        await().until(() -> live.state() instanceof LiveState.Enrolled);
        assertThat(fixture.rows(AuditKind.PERSON_ENROLLED)).singleElement().satisfies(row -> {
            assertThat(row.event().actor()).isEqualTo("ada");
            assertThat(row.event().details()).contains("looks_like_" + sister);
        });
    }

    private void show(Scene... scenes) {
        for (Scene scene : scenes) {
            camera.add(fixture.analyzer.paint(scene));
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
