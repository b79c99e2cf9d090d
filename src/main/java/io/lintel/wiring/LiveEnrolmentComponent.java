package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.LintelConfig;
import io.lintel.face.FaceModels;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.enrolment.Enrolment;
import io.lintel.gallery.enrolment.live.LiveEnrolments;
import io.lintel.system.LintelException;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Enrolments at the door's camera. */
final class LiveEnrolmentComponent implements Component {

    private final LintelConfig config;
    private final Instance<FaceModels> models;
    private final Gallery gallery;
    private final Enrolment enrolment;
    private final Supplier<Optional<CaptureLoop>> camera;
    private volatile @Nullable LiveEnrolments enrolments;

    LiveEnrolmentComponent(
            LintelConfig config,
            Instance<FaceModels> models,
            Gallery gallery,
            Enrolment enrolment,
            Supplier<Optional<CaptureLoop>> camera) {
        this.config = config;
        this.models = models;
        this.gallery = gallery;
        this.enrolment = enrolment;
        this.camera = camera;
    }

    @Override
    public String name() {
        return "live-enrolment";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WHEN_POSSIBLE;
    }

    @Override
    public void start() {
        enrolments = EnrolmentWiring.live(
                config,
                models::get,
                gallery,
                enrolment,
                camera.get().orElseThrow().tap());
    }

    @Override
    public void stop() {
        LiveEnrolments running = enrolments;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws LintelException until models and database were there */
    LiveEnrolments enrolments() {
        LiveEnrolments running = enrolments;
        if (running == null) {
            throw new LintelException("Recognition has not started yet", "wait until it has, and try again");
        }
        return running;
    }

    /** Whether somebody unknown stands before the camera on purpose. */
    boolean isRunning() {
        LiveEnrolments running = enrolments;
        return running != null && running.isRunning();
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.empty();
    }
}
