package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.camera.CaptureLoop;
import io.lintel.camera.LivePicture;
import io.lintel.system.MonotonicClock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the camera sees, for people who watch; costs nothing while nobody does. */
final class LivePictureComponent implements Component {

    private final Supplier<Optional<CaptureLoop>> camera;
    private volatile @Nullable LivePicture pictures;

    LivePictureComponent(Supplier<Optional<CaptureLoop>> camera) {
        this.camera = camera;
    }

    @Override
    public String name() {
        return "live-picture";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        pictures = camera.get()
                .map(capture -> new LivePicture(capture.tap(), MonotonicClock.SYSTEM))
                .orElse(null);
    }

    @Override
    public void stop() {
        pictures().ifPresent(LivePicture::close);
    }

    /** Empty before the start. */
    Optional<LivePicture> pictures() {
        return Optional.ofNullable(pictures);
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.empty();
    }
}
