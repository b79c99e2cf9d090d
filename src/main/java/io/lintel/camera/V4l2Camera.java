package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * A capture device of the kernel, through OpenCV. OpenCV waits up to ten seconds in the kernel for a device that has
 * gone silent, and no thread can call it back; see {@link DeferredRelease}.
 */
final class V4l2Camera implements Camera {

    /** The first transfers of many webcams are empty or torn. */
    private static final int WARM_UP_READS = 5;

    /** A read that finds nothing may take OpenCV's ten seconds: do not queue them up. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(4);

    private final Path node;
    private final CameraSettings settings;
    private final MonotonicClock clock;
    private final PictureNormalizer normalizer;
    private final Mat raw = new Mat();
    private final VideoCapture capture = new VideoCapture();
    private final DeferredRelease natives = new DeferredRelease(this::free);

    V4l2Camera(Path node, CameraSettings settings, MonotonicClock clock) {
        this.node = node;
        this.settings = settings;
        this.clock = clock;
        this.normalizer = new PictureNormalizer(settings.longestSide());
    }

    @Override
    public void open() {
        if (!Files.exists(node)) {
            throw new CameraException(
                    "there is no " + node, "plug the camera in; ls /dev/v4l/by-id/ shows those that are");
        } else if (!Files.isReadable(node) || !Files.isWritable(node)) {
            throw new CameraException(node + " may not be used by this user", "add the user to the group video");
        }
        natives.inside(this::openDevice);
    }

    private void openDevice() {
        if (!capture.open(node.toString(), Videoio.CAP_V4L2)) {
            throw new CameraException(
                    node + " is in use or cannot capture", "end the program that uses it, or choose another device");
        }
        // MJPG first: over USB 2, raw pictures of this size come at 5 to 10 a second only
        capture.set(Videoio.CAP_PROP_FOURCC, VideoWriter.fourcc('M', 'J', 'P', 'G'));
        capture.set(Videoio.CAP_PROP_FRAME_WIDTH, settings.width());
        capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, settings.height());
        capture.set(Videoio.CAP_PROP_FPS, settings.framesPerSecond());
        long start = clock.nanos();
        for (int i = 0; i < WARM_UP_READS && clock.nanos() - start < LONGEST_WARM_UP.toNanos(); i++) {
            if (capture.read(raw) && !raw.empty()) {
                return;
            }
        }
        throw new CameraException(
                node + " is there but delivers no picture", "plug it into another port or choose another device");
    }

    @Override
    public void read(Mat into) {
        natives.inside(() -> {
            if (!capture.read(raw)) {
                throw new CameraException(
                        node + " has stopped to deliver",
                        "check the plug and the cable; it is used again when it is back");
            }
            normalizer.normalize(raw, into);
        });
    }

    @Override
    public String name() {
        return node.toString();
    }

    @Override
    public CameraKind kind() {
        return CameraKind.LIVE;
    }

    @Override
    public void close() {
        natives.close();
    }

    private void free() {
        capture.release();
        raw.release();
        normalizer.close();
    }
}
