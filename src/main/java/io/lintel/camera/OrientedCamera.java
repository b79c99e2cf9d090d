package io.lintel.camera;

import java.util.Optional;
import org.opencv.core.Mat;

/**
 * Turns another camera's pictures as its mounting wants it, before anything looks at them: recognition, the live page, snapshots and guided
 * enrolment then see the same. The demo's clips are upright and stay as they are.
 */
final class OrientedCamera implements Camera {

    private final Camera camera;
    private final PictureOrientation orientation;
    private final Mat raw = new Mat();
    private final DeferredRelease natives = new DeferredRelease(raw::release);

    OrientedCamera(Camera camera, PictureOrientation orientation) {
        this.camera = camera;
        this.orientation = orientation;
    }

    @Override
    public void open() {
        camera.open();
    }

    @Override
    public void read(Mat into) {
        natives.inside(() -> {
            camera.read(raw);
            if (raw.empty()) {
                into.release();
            } else if (camera.kind() == CameraKind.DEMO) {
                raw.copyTo(into);
            } else {
                orientation.turn(raw, into);
            }
        });
    }

    @Override
    public boolean isReceiving() {
        return camera.isReceiving();
    }

    @Override
    public String name() {
        return camera.name();
    }

    @Override
    public CameraKind kind() {
        return camera.kind();
    }

    @Override
    public Optional<String> clip() {
        return camera.clip();
    }

    @Override
    public void close() {
        camera.close();
        natives.close();
    }
}
