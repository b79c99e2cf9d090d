package io.lintel.wiring;

import io.lintel.access.loop.LyingFaces;
import io.lintel.access.loop.SecondCameraSettings.WithoutAnswer;
import io.lintel.access.loop.SecondCameraSilence;
import io.lintel.access.loop.SecondCameraSilence.Cause;
import io.lintel.appliance.ComponentStatus;
import io.lintel.config.CameraHint;
import io.lintel.config.LintelConfig;
import io.lintel.system.LintelException;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What recognition finds out about the cameras that deliver: pictures that lie on their side, a second camera that shows nothing. Thread-safe. */
@Singleton
final class CameraFindings {

    private static final System.Logger LOG = System.getLogger(CameraFindings.class.getName());

    private final LintelConfig config;
    private final CameraHint hint;
    private final LyingFaces lying = new LyingFaces(this::suggested);
    private final SecondCameraSilence silence = new SecondCameraSilence();

    CameraFindings(LintelConfig config) {
        this.config = config;
        this.hint = new CameraHint(config.data().folder());
    }

    LyingFaces lying() {
        return lying;
    }

    SecondCameraSilence silence() {
        return silence;
    }

    /** Empty if its pictures stand upright, as far as is known. */
    Optional<ComponentStatus> camera() {
        int degrees = lying.suggestion();
        return degrees == 0
                ? Optional.empty()
                : Optional.of(ComponentStatus.warning("camera", CameraHint.WORDS, CameraHint.remedy(setting(degrees))));
    }

    /** Empty while it answers, and before anybody was asked about. */
    Optional<ComponentStatus> secondCamera() {
        Cause cause = silence.lasting();
        if (cause == null) {
            return Optional.empty();
        }
        return Optional.of(
                config.camera().second().withoutAnswer() == WithoutAnswer.FIRST_CAMERA
                        ? ComponentStatus.warning(
                                "second-camera",
                                "it " + cause.words() + ": the first camera decides alone",
                                cause.remedy())
                        : ComponentStatus.bad(
                                "second-camera",
                                "it " + cause.words() + ": nobody is let in by their face",
                                cause.remedy()));
    }

    /** The turn that was found undoes what is left after the one that is set; a mirror changes its direction. */
    private int setting(int degrees) {
        return Math.floorMod(config.camera().rotate() + (config.camera().mirror() ? -degrees : degrees), 360);
    }

    private void suggested(int degrees) {
        if (degrees == 0) {
            LOG.log(Level.INFO, "camera faces=upright");
        } else {
            LOG.log(
                    Level.WARNING,
                    "camera faces=lying note=\"{0}; {1}\"",
                    CameraHint.WORDS,
                    CameraHint.remedy(setting(degrees)));
        }
        // the loop does not wait for a disk
        Thread.ofVirtual().name("camera-hint").start(() -> keep(degrees));
    }

    private void keep(int degrees) {
        try {
            if (degrees == 0) {
                hint.forget();
            } else {
                hint.keep(setting(degrees));
            }
        } catch (LintelException e) {
            LOG.log(Level.WARNING, "camera hint reason=\"{0}\"", e.getMessage());
        }
    }
}
