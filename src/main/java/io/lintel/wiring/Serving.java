package io.lintel.wiring;

import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.VisionLoop;
import io.lintel.camera.CameraSource;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.RunMode;
import io.lintel.door.Door;
import io.lintel.gallery.GalleryWatcher;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.SdNotify;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The running door, in the order in which its parts start: the relay is safe first, then the camera opens, then recognition
 * begins as soon as models and database are there. Request-to-exit and fire work from the first step on. Thread-safe.
 */
@Unremovable
@Singleton
public class Serving {

    private static final System.Logger LOG = System.getLogger(Serving.class.getName());
    /** A frame takes 30 ms and a wait for one 250 ms; longer than this and the thread hangs. */
    private static final Duration VISION_SILENCE = Duration.ofSeconds(10);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final House house;
    private final MeterRegistry metrics;
    private final AccessEvents events = new AccessEvents();
    private final ServiceManager systemd = new ServiceManager(SdNotify.fromEnvironment(), this::answers);
    private final Thread beginner =
            Thread.ofPlatform().daemon().name("recognition-begin").unstarted(this::begin);

    private volatile @Nullable Door door;
    private volatile @Nullable CaptureLoop camera;
    private volatile @Nullable VisionLoop vision;
    private volatile @Nullable GalleryWatcher watcher;
    private volatile String obstacle = "starting";

    Serving(House house, MeterRegistry metrics) {
        this.house = house;
        this.metrics = metrics;
    }

    public synchronized void start() {
        door = DoorSetUp.of(house.config(), new DoorAudit(house::audit));
        door.start();
        camera = new CaptureLoop(
                CameraSource.of(RoomSettings.camera(house.config()), MonotonicClock.SYSTEM),
                RoomSettings.captureLimits(house.config()),
                MonotonicClock.SYSTEM,
                new CameraAudit(house::audit));
        camera.start();
        new CameraMetrics(camera).bindTo(metrics);
        beginner.start();
        announce();
        systemd.ready();
    }

    /** The door; empty while this program is not serving one. */
    public Optional<Door> door() {
        return Optional.ofNullable(door);
    }

    public Optional<CaptureLoop> camera() {
        return Optional.ofNullable(camera);
    }

    /** Empty until models and database were there. */
    public Optional<VisionLoop> vision() {
        return Optional.ofNullable(vision);
    }

    /** Whether the threads of the door and of recognition answer; what has not started yet is not asked. */
    public boolean answers() {
        VisionLoop loop = vision;
        boolean seeing = loop == null
                || MonotonicClock.SYSTEM.nanos() - loop.status().lastTurnNanos() < VISION_SILENCE.toNanos();
        Door doorway = door;
        return seeing && (doorway == null || doorway.status().alive());
    }

    /** What goes on at the door, live. */
    public AccessEvents events() {
        return events;
    }

    /** Why recognition has not begun; empty when it has. */
    public String obstacle() {
        return obstacle;
    }

    private void announce() {
        if (RunMode.of(house.config()) == RunMode.DEMO) {
            LOG.log(
                    Level.WARNING,
                    "This is a demonstration: no camera was found (or the demo was asked for), so recorded clips of invented "
                            + "people are played, in a database of their own, and the relay is simulated.");
        }
        if (RoomSettings.access(house.config()).liveness() instanceof io.lintel.access.evidence.LivenessPolicy.Off) {
            LOG.log(Level.WARNING, "lintel.liveness.mode=off: A PHOTO OF AN ENROLLED PERSON OPENS THIS DOOR.");
        }
    }

    /** Tries until it succeeds: a database that comes back must not need a restart. */
    private void begin() {
        try {
            while (!tryToBegin()) {
                Thread.sleep(TRY_AGAIN);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "recognition stopped before it began");
        }
    }

    private boolean tryToBegin() {
        CaptureLoop capture = camera;
        Door doorway = door;
        if (capture == null || doorway == null) {
            throw new IllegalStateException("recognition begins after camera and door");
        }
        try {
            if (RunMode.of(house.config()) == RunMode.DEMO) {
                new DemoPeople(house).enrolIfNobodyIs();
                events.subscribe(new DemoNarrator(house.gallery(), capture));
            }
            VisionLoop loop = Recognition.between(capture.mailbox(), doorway, house, events, new LoopMetrics(metrics));
            watcher = GalleryWatcher.start(house.gallery());
            loop.start();
            vision = loop;
            obstacle = "";
            LOG.log(
                    Level.INFO,
                    "recognition state=on persons={0} models=\"{1}\"",
                    house.gallery().summary().searchable(),
                    house.faceModels().ids());
            if (house.faceModels().liveness().isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "the anti-spoof models are not installed: Lintel cannot tell a photo from a person, so with "
                                + "lintel.liveness.mode=required nobody is let in. Remedy: lintel models fetch");
            }
            return true;
        } catch (LintelException e) {
            String now = e.getMessage() + " (" + e.remedy() + ")";
            if (!now.equals(obstacle)) {
                LOG.log(Level.ERROR, "recognition state=off reason=\"{0}\"", now);
            }
            obstacle = now;
            return false;
        }
    }

    /**
     * While the database is still there: the door goes last, so that its stop is in the log. Not left to the command that
     * started it, which a signal wakes when Quarkus is already taking the house down.
     */
    synchronized void stop(@Observes ShutdownEvent event) {
        systemd.close();
        beginner.interrupt();
        close(vision);
        close(watcher);
        close(camera);
        close(door);
        events.close();
    }

    private static void close(@Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception e) {
            LOG.log(Level.ERROR, "stop of " + part.getClass().getSimpleName() + " failed", e);
        }
    }
}
