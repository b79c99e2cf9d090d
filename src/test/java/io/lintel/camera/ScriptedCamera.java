package io.lintel.camera;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A camera whose every read is scripted by a test; reads wait for the script. */
final class ScriptedCamera implements Camera {

    private final LinkedBlockingQueue<Runnable> script = new LinkedBlockingQueue<>();
    final CountDownLatch driver = new CountDownLatch(1);
    final CountDownLatch inDriver = new CountDownLatch(1);
    volatile boolean closed;
    private int brightness;
    private Mat target = new Mat();

    void picture() {
        int value = ++brightness;
        script.add(() -> {
            target.create(48, 64, CvType.CV_8UC3);
            target.setTo(new Scalar(value, value, value));
        });
    }

    void samePicture() {
        brightness--;
        picture();
    }

    void garbage() {
        script.add(() -> target.release());
    }

    void fail(String reason) {
        script.add(() -> {
            throw new CameraException(reason, "mend it");
        });
    }

    void crash() {
        script.add(() -> {
            throw new IllegalStateException("a bug");
        });
    }

    /** The next read hangs until {@link #driver} is counted down, whatever close says. */
    void hang() {
        script.add(() -> {
            inDriver.countDown();
            awaitUninterruptibly(driver);
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void open() {}

    @Override
    public void read(Mat into) {
        target = into;
        try {
            script.take().run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public CameraKind kind() {
        return CameraKind.LIVE;
    }

    @Override
    public void close() {
        closed = true;
        fail("closed");
    }
}
