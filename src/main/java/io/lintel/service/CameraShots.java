package io.lintel.service;

import io.lintel.camera.Camera;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CameraSource;
import io.lintel.face.FaceAnalyzer;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonDraft;
import io.lintel.gallery.enrolment.EnrolmentSettings;
import io.lintel.gallery.enrolment.GuidedShots;
import io.lintel.gallery.enrolment.GuidedStep;
import io.lintel.gallery.enrolment.GuidedSubject;
import io.lintel.gallery.enrolment.PoseGoal;
import io.lintel.gallery.enrolment.Shot;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opencv.core.Mat;

/** Leads the one person before the camera to good shots, while no door is served from it. */
public final class CameraShots {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<CameraSettings> settings;
    private final FaceAnalyzer analyzer;
    private final Gallery gallery;
    private final Supplier<EnrolmentSettings> enrolment;

    /**
     * Opens nothing yet.
     *
     * @param settings of the door's camera; may throw
     * @param enrolment what a shot has to be; may throw
     */
    public CameraShots(
            Supplier<CameraSettings> settings,
            FaceAnalyzer analyzer,
            Gallery gallery,
            Supplier<EnrolmentSettings> enrolment) {
        this.settings = settings;
        this.enrolment = enrolment;
        this.analyzer = analyzer;
        this.gallery = gallery;
    }

    /**
     * @param advice is told what the person should do, when it changes
     * @return one shot of each pose; their pictures are the caller's to release
     * @throws LintelException if the camera cannot be opened, or a minute was not enough
     */
    public List<Shot> take(Consumer<String> advice) {
        CameraSource source = CameraSource.of(settings.get(), MonotonicClock.SYSTEM);
        // Look-alikes are left to the enrolment, which can ask for a confirmation.
        GuidedSubject subject = new GuidedSubject.NewPerson(PersonDraft.named("somebody"), true);
        Mat picture = new Mat();
        try (GuidedShots guide = new GuidedShots(analyzer, gallery, enrolment.get(), 0, subject);
                Camera camera = source.cameras().get()) {
            camera.open();
            long end = MonotonicClock.SYSTEM.nanos() + PATIENCE.toNanos();
            GuidedStep step = GuidedStep.START;
            String last = "";
            while (!step.isComplete()) {
                camera.read(picture);
                step = guide.look(picture);
                String said = step.advice().text();
                if (MonotonicClock.SYSTEM.nanos() > end) {
                    throw new LintelException(
                            "after a minute there were " + step.taken().size() + " of " + PoseGoal.values().length
                                    + " good shots; the last advice was: " + said,
                            "try again in better light, alone, close to the camera; or enrol from photos");
                }
                if (!said.equals(last)) {
                    advice.accept(said);
                    last = said;
                }
            }
            return guide.shots().stream().map(Shot::copy).toList();
        } finally {
            picture.release();
        }
    }
}
