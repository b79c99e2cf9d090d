package io.lintel.service;

import io.lintel.camera.AttachedCameras;
import io.lintel.camera.Camera;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CameraSource;
import io.lintel.camera.CameraStatus;
import io.lintel.camera.PictureOrientation;
import io.lintel.system.JpegEncoder;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.opencv.core.Mat;

/** Shows an installer one picture of a camera before it is chosen. One at a time. Thread-safe. */
public final class CameraTrial {

    private static final int LONGEST_SIDE = 640;
    private static final int QUALITY = 75;

    /** The first pictures of a camera are dark: it has not yet seen how bright it is. */
    private static final int ADJUSTS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<CameraSettings> inForce;
    private final CameraService running;
    private final ReentrantLock one = new ReentrantLock();

    /** @param inForce what the door's own camera was opened with */
    public CameraTrial(Supplier<CameraSettings> inForce, CameraService running) {
        this.inForce = inForce;
        this.running = running;
    }

    /** The cameras of this machine. */
    public List<AttachedCameras.Attached> attached() {
        return AttachedCameras.list();
    }

    /**
     * One picture, as the door would see it.
     *
     * @param address as the settings name it
     * @return a JPEG
     * @throws LintelException if the camera does not deliver one; says what to do
     */
    public byte[] picture(String address, PictureOrientation orientation) throws InterruptedException {
        if (!one.tryLock()) {
            throw new LintelException("A test picture is being taken already", "wait a moment, then try again");
        }
        Mat picture = new Mat();
        try {
            if (isOwn(address)) {
                ofTheDoor(orientation, picture);
            } else {
                ofAnother(inForce.get().withAddress(address).withOrientation(orientation), picture);
            }
            return encoded(picture);
        } finally {
            picture.release();
            one.unlock();
        }
    }

    /** Most devices can be opened once only, and the door has its own. */
    private boolean isOwn(String address) {
        return inForce.get().address().equals(address)
                || running.status()
                        .map(CameraStatus::camera)
                        .filter(address::equals)
                        .isPresent();
    }

    private void ofTheDoor(PictureOrientation orientation, Mat into) throws InterruptedException {
        Mat seen = new Mat();
        Mat upright = new Mat();
        try {
            if (!running.next(seen, PATIENCE)) {
                throw new LintelException(
                        running.status()
                                .map(status -> "The camera delivers no picture: " + status.summary())
                                .orElse("The camera delivers no picture"),
                        "look at the camera and its cable, or choose another one");
            }
            inForce.get().orientation().turnBack(seen, upright);
            orientation.turn(upright, into);
        } finally {
            seen.release();
            upright.release();
        }
    }

    private static void ofAnother(CameraSettings settings, Mat into) {
        try (Camera camera =
                CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get()) {
            camera.open();
            long end = MonotonicClock.SYSTEM.nanos() + PATIENCE.toNanos();
            int good = 0;
            while (good < ADJUSTS) {
                camera.read(into);
                good += into.empty() ? 0 : 1;
                if (MonotonicClock.SYSTEM.nanos() > end) {
                    break;
                }
            }
        }
        if (into.empty()) {
            throw new LintelException(
                    "The camera delivers no picture", "look at the camera and its cable, or choose another one");
        }
    }

    private static byte[] encoded(Mat picture) {
        Mat small = new Mat();
        try (JpegEncoder encoder = new JpegEncoder(QUALITY)) {
            JpegEncoder.scale(picture, JpegEncoder.fittingScale(picture, LONGEST_SIDE), small);
            return encoder.encode(small);
        } finally {
            small.release();
        }
    }
}
