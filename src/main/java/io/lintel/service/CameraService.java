package io.lintel.service;

import io.lintel.camera.CameraStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.camera.LivePicture;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.opencv.core.Mat;

/** What the door's camera sees, for onlookers. Thread-safe. */
public final class CameraService implements CameraPictures {

    private final Supplier<Optional<CaptureLoop>> camera;
    private final Supplier<Optional<LivePicture>> pictures;

    /** @param camera empty while this program does not serve a door, as are the pictures */
    public CameraService(Supplier<Optional<CaptureLoop>> camera, Supplier<Optional<LivePicture>> pictures) {
        this.camera = camera;
        this.pictures = pictures;
    }

    /** Empty before the camera has started. */
    public Optional<CameraStatus> status() {
        return camera.get().map(CaptureLoop::status);
    }

    /** JPEGs for people who watch; empty before the camera has started. */
    public Optional<LivePicture> pictures() {
        return pictures.get();
    }

    @Override
    public boolean next(Mat into, Duration patience) throws InterruptedException {
        Optional<CaptureLoop> running = camera.get();
        return running.isPresent() && running.get().tap().next(into, 0, patience) != 0;
    }
}
