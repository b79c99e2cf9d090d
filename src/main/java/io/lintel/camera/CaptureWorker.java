package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** The capture thread's work: opens one camera, moves its pictures into the mailbox, and closes it. Runs once. */
final class CaptureWorker implements Capture, Runnable {

    private final Camera camera;
    private final FrameMailbox.Writer writer;
    private final FrameTap tap;
    private final CaptureTally tally;
    private final MonotonicClock clock;
    private final RepeatDetector repeats = new RepeatDetector();
    private long count;
    private volatile boolean abandoned;
    private volatile boolean done;
    private volatile long pictures;
    private volatile long lastPictureNanos;
    private volatile long lastChangeNanos;
    private volatile @Nullable CameraException failure;

    CaptureWorker(Camera camera, FrameMailbox.Writer writer, FrameTap tap, CaptureTally tally, MonotonicClock clock) {
        this.camera = camera;
        this.writer = writer;
        this.tap = tap;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void run() {
        try (camera;
                writer) {
            camera.open();
            while (!abandoned) {
                camera.read(writer.buffer());
                arrived(writer.buffer());
            }
        } catch (CameraException e) {
            failure = e;
        } catch (RuntimeException | LinkageError e) {
            failure = new CameraException(
                    camera.name() + " failed: " + e, "report this with the log; the camera is tried again", e);
        } finally {
            done = true;
        }
    }

    private void arrived(Mat picture) {
        if (picture.empty()) {
            tally.garbage().increment();
            return;
        }
        long now = clock.nanos();
        tally.read().increment();
        if (camera.kind() == CameraKind.LIVE && repeats.repeats(picture)) {
            tally.repeated().increment();
        } else {
            lastChangeNanos = now;
            if (!abandoned) {
                tap.offer(picture);
            }
            writer.publish(now);
        }
        lastPictureNanos = now;
        pictures = ++count;
    }

    @Override
    public boolean isReceiving() {
        return camera.isReceiving();
    }

    @Override
    public String camera() {
        return camera.name();
    }

    @Override
    public CameraKind kind() {
        return camera.kind();
    }

    Optional<String> clip() {
        return camera.clip();
    }

    @Override
    public long pictures() {
        return pictures;
    }

    @Override
    public long lastPictureNanos() {
        return lastPictureNanos;
    }

    @Override
    public long lastChangeNanos() {
        return lastChangeNanos;
    }

    @Override
    public @Nullable CameraException failure() {
        return failure;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void abandon() {
        abandoned = true;
        writer.revoke();
        camera.close();
    }
}
