package io.lintel.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** The camera that {@code auto} found. The demo gives way as soon as a device is plugged in. */
final class AutoCamera implements Camera {

    /** Pictures of the demo between two looks for a device: about two seconds. */
    private static final int LOOK_EVERY = 30;

    private final AutoSource source;
    private volatile @Nullable Camera found;
    private volatile boolean closed;
    private List<Path> known = List.of();
    private int pictures;

    AutoCamera(AutoSource source) {
        this.source = source;
    }

    @Override
    public void open() {
        known = source.nodes();
        Camera camera = source.open();
        found = camera;
        if (closed) {
            camera.close();
        }
    }

    @Override
    public void read(Mat into) {
        Camera camera = found;
        if (camera == null) {
            throw new CameraException("auto is not open", "open it first");
        }
        if (camera.kind() == CameraKind.DEMO && ++pictures % LOOK_EVERY == 0) {
            giveWay();
        }
        camera.read(into);
    }

    private void giveWay() {
        for (Path node : source.nodes()) {
            if (!known.contains(node)) {
                throw new CameraException(
                        node + " was plugged in, it takes the demo's place", "nothing needs to be done");
            }
        }
    }

    @Override
    public String name() {
        Camera camera = found;
        return camera == null ? "auto" : camera.name();
    }

    @Override
    public CameraKind kind() {
        Camera camera = found;
        return camera == null ? CameraKind.LIVE : camera.kind();
    }

    @Override
    public Optional<String> clip() {
        Camera camera = found;
        return camera == null ? Optional.empty() : camera.clip();
    }

    @Override
    public void close() {
        closed = true;
        Camera camera = found;
        if (camera != null) {
            camera.close();
        }
    }
}
