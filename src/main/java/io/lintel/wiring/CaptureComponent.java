package io.lintel.wiring;

import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.camera.CameraListener;
import io.lintel.camera.CameraSettings;
import io.lintel.camera.CameraSource;
import io.lintel.camera.CameraStatus;
import io.lintel.camera.CaptureLimits;
import io.lintel.camera.CaptureLoop;
import io.lintel.system.MonotonicClock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A camera that is kept delivering. There may be none: then this starts nothing and has nothing to say. */
final class CaptureComponent implements Component {

    private final String name;
    private final Supplier<Optional<CameraSettings>> settings;
    private final Supplier<CaptureLimits> limits;
    private final Supplier<CameraListener> listener;
    private final Consumer<CaptureLoop> opened;
    private final Supplier<Optional<ComponentStatus>> findings;
    private volatile @Nullable CaptureLoop capture;

    /**
     * @param opened told of the loop, once it runs
     * @param findings what is wrong with its pictures while they come; empty if nothing is
     */
    CaptureComponent(
            String name,
            Supplier<Optional<CameraSettings>> settings,
            Supplier<CaptureLimits> limits,
            Supplier<CameraListener> listener,
            Consumer<CaptureLoop> opened,
            Supplier<Optional<ComponentStatus>> findings) {
        this.name = name;
        this.settings = settings;
        this.limits = limits;
        this.listener = listener;
        this.opened = opened;
        this.findings = findings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.BEFORE_PAGES;
    }

    @Override
    public void start() {
        settings.get().ifPresent(chosen -> {
            CaptureLoop loop = new CaptureLoop(
                    CameraSource.of(chosen, MonotonicClock.SYSTEM),
                    limits.get(),
                    MonotonicClock.SYSTEM,
                    listener.get());
            loop.start();
            capture = loop;
            opened.accept(loop);
        });
    }

    @Override
    public void stop() {
        capture().ifPresent(CaptureLoop::close);
    }

    /** Empty before the start, and where there is no such camera. */
    Optional<CaptureLoop> capture() {
        return Optional.ofNullable(capture);
    }

    @Override
    public boolean isResponsive() {
        return capture().map(CaptureLoop::isResponsive).orElse(true);
    }

    @Override
    public Optional<ComponentStatus> status() {
        return capture().map(CaptureLoop::status).map(camera -> {
            Optional<ComponentStatus> found = camera.isLive() ? findings.get() : Optional.empty();
            return found.map(status -> status.with("camera", camera.camera())).orElseGet(() -> status(name, camera));
        });
    }

    static ComponentStatus status(String name, CameraStatus camera) {
        ComponentStatus status = switch (camera) {
            case CameraStatus.Live live -> ComponentStatus.good(name, live.summary());
            case CameraStatus.Starting starting -> ComponentStatus.starting(name, starting.summary());
            case CameraStatus.Reconnecting lost -> ComponentStatus.bad(name, "lost: " + lost.reason(), lost.remedy());
            case CameraStatus.Frozen frozen ->
                ComponentStatus.bad(name, "frozen: " + frozen.reason(), "it is being opened again");
            case CameraStatus.Ended ended ->
                ComponentStatus.bad(name, ended.summary(), "choose a camera in the settings");
            case CameraStatus.Closed closed -> ComponentStatus.bad(name, closed.summary(), "start Lintel again");
        };
        return status.with("camera", camera.camera());
    }
}
