package io.lintel.wiring;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.loop.VisionLoop;
import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread that walks frames to decisions. */
final class RecognitionComponent implements Component {

    /** A frame takes 30 ms and a wait for one 250 ms; longer than this and the thread hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Supplier<VisionLoop> loop;
    private final Consumer<VisionLoop> started;
    private final Supplier<DistanceSettings> distance;
    private volatile @Nullable VisionLoop vision;

    /**
     * @param loop makes one that has not started; throws while models or database are missing
     * @param started told once it runs
     * @param distance up to which people are let in
     */
    RecognitionComponent(Supplier<VisionLoop> loop, Consumer<VisionLoop> started, Supplier<DistanceSettings> distance) {
        this.loop = loop;
        this.started = started;
        this.distance = distance;
    }

    @Override
    public String name() {
        return "recognition";
    }

    @Override
    public StartPhase startPhase() {
        return StartPhase.WHEN_POSSIBLE;
    }

    @Override
    public void start() {
        VisionLoop made = loop.get();
        made.start();
        vision = made;
        started.accept(made);
    }

    @Override
    public void stop() {
        VisionLoop running = vision;
        vision = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isResponsive() {
        VisionLoop running = vision;
        return running == null
                || MonotonicClock.SYSTEM.nanos() - running.status().lastTurnNanos() < SILENCE.toNanos();
    }

    @Override
    public Optional<ComponentStatus> status() {
        return Optional.of(ComponentStatus.good(
                "recognition", "on, up to " + distance.get().farthestMetres() + " m from the camera"));
    }
}
