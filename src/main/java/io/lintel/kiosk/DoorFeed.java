package io.lintel.kiosk;

import io.lintel.access.AccessEvent;
import io.lintel.access.Observation;
import io.lintel.access.loop.Subscription;
import io.lintel.camera.CaptureLoop;
import io.lintel.config.LintelConfig;
import io.lintel.door.Alarm;
import io.lintel.gallery.Gallery;
import io.lintel.gallery.PersonId;
import io.lintel.wiring.Serving;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the door screen is to show, as a stream: at once, then at each change. Thread-safe. */
@Singleton
class DoorFeed {

    /** Door and camera are asked this often; people notice nothing shorter. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final LintelConfig config;
    private final Gallery gallery;
    private final Serving serving;
    private final Stage stage = new Stage(this::shownName);

    DoorFeed(LintelConfig config, Gallery gallery, Serving serving) {
        this.config = config;
        this.gallery = gallery;
        this.serving = serving;
    }

    /** A stream of its own for each screen; it ends its subscription when the screen goes. */
    Multi<Scene> scenes() {
        Multi<Optional<Observation>> observations = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(Optional.empty()),
                        Multi.createFrom()
                                .emitter(
                                        screen -> {
                                            Subscription subscription = serving.events()
                                                    .subscribe(event -> {
                                                        if (event instanceof AccessEvent.View view) {
                                                            screen.emit(Optional.of(view.observation()));
                                                        }
                                                    });
                                            screen.onTermination(subscription::close);
                                        },
                                        BackPressureStrategy.LATEST));
        Multi<Long> looks =
                Multi.createFrom().ticks().every(LOOK_AGAIN).onOverflow().drop();
        return Multi.createBy()
                .combining()
                .streams(observations, looks)
                .asTuple()
                .map(now -> scene(now.getItem1()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .skip()
                .repetitions();
    }

    private Optional<Scene> scene(Optional<Observation> observation) {
        return stage.scene(
                serving.door().map(door -> door.status().door().alarms()).orElse(Set.<Alarm>of()),
                serving.camera().map(CaptureLoop::status).orElse(null),
                Stage.Recognition.facing(serving.obstacle()),
                observation.orElse(null));
    }

    private Optional<String> shownName(PersonId person) {
        return config.doorScreen().showName()
                ? gallery.person(person).map(found -> found.name().toString())
                : Optional.empty();
    }
}
