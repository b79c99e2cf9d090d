package io.lintel.kiosk;

import io.lintel.access.AccessEvent;
import io.lintel.access.DoorScreenMessage;
import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.Subscription;
import io.lintel.account.PairedScreen;
import io.lintel.account.PairedScreens;
import io.lintel.appliance.SystemStatus;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonId;
import io.lintel.security.DoorScreenCaller;
import io.lintel.service.CameraService;
import io.lintel.service.DoorService;
import io.lintel.service.ScheduleService;
import io.lintel.system.MonotonicClock;
import io.lintel.system.Recurring;
import io.lintel.wiring.ImmediateSettings;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the door screens show: decided once for all of them, told at each change and every five seconds. It works only while
 * somebody watches. Thread-safe.
 */
@Singleton
class DoorFeed {

    /** Lock and camera are asked this often; recognition tells by itself. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** {@code door.js} gives the server up after three of them. */
    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

    /** A screen that is revoked, here or by another process, sees no more after this. */
    private static final Duration ASK_PASSES = Duration.ofSeconds(1);

    private final ImmediateSettings settings;
    private final PairedScreens paired;
    private final Gallery gallery;
    private final DoorService door;
    private final CameraService camera;
    private final AccessEvents events;
    private final SystemStatus system;
    private final ScreenSelector stage;
    private final ScreenStreams streams = new ScreenStreams(this::begin, () -> Thread.startVirtualThread(this::end));

    private final Object turn = new Object();
    private SceneChanges changes = new SceneChanges(ScreenState.of("offline"), MonotonicClock.SYSTEM.nanos());
    private @Nullable DoorScreenMessage observation;
    private @Nullable ScreenState told;
    private long toldNanos;

    private final Object watch = new Object();
    private @Nullable Subscription subscription;
    private @Nullable Recurring looks;
    private @Nullable Recurring passes;

    DoorFeed(
            ImmediateSettings settings,
            Gallery gallery,
            DoorService door,
            CameraService camera,
            AccessEvents events,
            SystemStatus system,
            PairedScreens paired,
            ScheduleService schedules) {
        this.settings = settings;
        this.paired = paired;
        this.gallery = gallery;
        this.door = door;
        this.camera = camera;
        this.events = events;
        this.system = system;
        this.stage = new ScreenSelector(this::shownName, schedules::opensNext);
    }

    /** A stream of the newest scene, for one screen. */
    Multi<ScreenState> scenes(String screen) {
        return streams.follow(screen);
    }

    ScreenStreams streams() {
        return streams;
    }

    private void begin() {
        synchronized (watch) {
            if (subscription == null && streams.size() > 0) {
                synchronized (turn) {
                    changes = new SceneChanges(ScreenState.of("offline"), MonotonicClock.SYSTEM.nanos());
                    observation = null;
                    told = null;
                }
                subscription = events.subscribe(this::happened);
                looks = Recurring.start("door-screen", LOOK_AGAIN, this::look);
                passes = Recurring.start("door-screen-passes", ASK_PASSES, this::endWhatIsRevoked);
            }
        }
    }

    /** On a thread of its own: the last reader may have gone while a scene was told. */
    private void end() {
        synchronized (watch) {
            if (streams.size() == 0) {
                stop();
            }
        }
    }

    @PreDestroy
    void stop() {
        synchronized (watch) {
            if (subscription != null) {
                subscription.close();
                subscription = null;
            }
            if (looks != null) {
                looks.close();
                looks = null;
            }
            if (passes != null) {
                passes.close();
                passes = null;
            }
        }
    }

    private void endWhatIsRevoked() {
        Set<String> watching = streams.screens();
        watching.remove(DoorScreenCaller.THIS_MACHINE);
        if (watching.isEmpty()) {
            return;
        }
        for (PairedScreen screen : paired.list()) {
            if (watching.remove(Long.toString(screen.id()))) {
                paired.seen(screen);
            }
        }
        watching.forEach(streams::end);
    }

    private void happened(AccessEvent event) {
        synchronized (turn) {
            switch (event) {
                case AccessEvent.View view -> observation = view.observation();
                case AccessEvent.Decided decided -> stage.scene(decided, door()).ifPresent(changes::decided);
                case AccessEvent.Alarmed alarm -> {}
            }
            look();
        }
    }

    /** Under the lock until all are told: a later scene must not overtake this one. */
    private void look() {
        synchronized (turn) {
            long now = MonotonicClock.SYSTEM.nanos();
            DoorNow door = door();
            ScreenState wanted = stage.scene(
                            door,
                            camera.status().orElse(null),
                            ScreenSelector.Recognition.of(system.of("recognition")),
                            observation)
                    .orElseGet(() -> ScreenState.of("offline"));
            ScreenState scene = changes.at(now, wanted, door);
            if (!scene.equals(told) || now - toldNanos >= TELL_AGAIN.toNanos()) {
                told = scene;
                toldNanos = now;
                streams.show(scene);
            }
        }
    }

    private DoorNow door() {
        return door.status().map(status -> DoorNow.of(status.door())).orElse(DoorNow.UNKNOWN);
    }

    private Optional<String> shownName(PersonId person) {
        return settings.now().doorScreen().showName()
                ? gallery.person(person).map(found -> found.name().toString())
                : Optional.empty();
    }
}
