package io.lintel.camera;

import io.lintel.system.FakeClock;
import org.jspecify.annotations.Nullable;

/** A capture that does what a test says. */
final class FakeCapture implements Capture {

    private final FakeClock clock;
    CameraKind kind = CameraKind.LIVE;
    boolean abandoned;
    boolean hangs;
    boolean receiving;
    private long pictures;
    private long lastPictureNanos;
    private long lastChangeNanos;
    private @Nullable CameraException failure;

    FakeCapture(FakeClock clock) {
        this.clock = clock;
    }

    void deliver() {
        lastChangeNanos = clock.nanos();
        deliverTheSameAgain();
    }

    void deliverTheSameAgain() {
        if (pictures++ == 0) {
            lastChangeNanos = clock.nanos();
        }
        lastPictureNanos = clock.nanos();
    }

    void fail(String reason) {
        failure = new CameraException(reason, "mend it");
    }

    void end() {
        failure = CameraException.endOf("cam");
    }

    @Override
    public boolean isReceiving() {
        return receiving;
    }

    @Override
    public String camera() {
        return "cam";
    }

    @Override
    public CameraKind kind() {
        return kind;
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
        return (abandoned || failure != null) && !hangs;
    }

    @Override
    public void abandon() {
        abandoned = true;
    }
}
