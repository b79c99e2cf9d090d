package io.lintel.wiring;

import io.lintel.access.evidence.DistanceSettings;
import io.lintel.access.loop.LoopStatus;
import io.lintel.access.loop.VisionLoop;
import io.lintel.appliance.Component;
import io.lintel.appliance.ComponentStatus;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread that walks frames to decisions. */
final class RecognitionComponent implements Component {

    /** A frame takes 30 ms and a wait for one 250 ms; longer than this and the thread hangs. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** A fault that lasts, not one bad frame. */
    private static final int FAILURES = 10;

    /** Three looks name somebody, and whoever waits for longer than a second and a half notices. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private static final String SLOW_REMEDY =
            "look at what else runs on this processor and at its temperature, or use a faster one (lintel bench)";

    private final Supplier<VisionLoop> loop;
    private final Consumer<VisionLoop> started;
    private final Supplier<DistanceSettings> distance;
    private final Duration unlockWithin;
    private volatile @Nullable VisionLoop vision;

    /**
     * @param loop makes one that has not started; throws while models or database are missing
     * @param started told once it runs
     * @param distance up to which people are let in
     * @param unlockWithin how long after its capture a frame may unlock the door
     */
    RecognitionComponent(
            Supplier<VisionLoop> loop,
            Consumer<VisionLoop> started,
            Supplier<DistanceSettings> distance,
            Duration unlockWithin) {
        this.loop = loop;
        this.started = started;
        this.distance = distance;
        this.unlockWithin = unlockWithin;
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
        String on = "on, up to " + distance.get().farthestMetres() + " m from the camera";
        VisionLoop running = vision;
        return Optional.of(running == null ? ComponentStatus.good(name(), on) : status(running.status(), on));
    }

    private ComponentStatus status(LoopStatus loop, String on) {
        RuntimeException failure = loop.lastFailure();
        if (failure != null && loop.failuresInARow() >= FAILURES) {
            return ComponentStatus.bad(
                    name(),
                    loop.failuresInARow() + " frames in a row failed: " + failure.getMessage(),
                    "look at the log");
        }
        Duration look = loop.lookTakes();
        if (look.compareTo(unlockWithin) > 0) {
            return ComponentStatus.bad(
                    name(),
                    seconds(look) + " for a look at a face, and the door unlocks on nothing older than "
                            + seconds(unlockWithin),
                    SLOW_REMEDY);
        }
        return look.compareTo(SLOW) > 0
                ? ComponentStatus.warning(
                        name(), on + "; slow: " + seconds(look) + " for a look at a face", SLOW_REMEDY)
                : ComponentStatus.good(name(), on);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
