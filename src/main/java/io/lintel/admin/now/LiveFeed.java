package io.lintel.admin.now;

import io.lintel.access.AccessEvent;
import io.lintel.access.loop.AccessEvents;
import io.lintel.access.loop.Subscription;
import io.lintel.admin.log.EventView;
import io.lintel.admin.log.LogReader;
import io.lintel.appliance.ComponentStatus;
import io.lintel.appliance.SystemStatus;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.camera.LivePicture;
import io.lintel.camera.LivePicture.Picture;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.StreamLimit;
import io.lintel.security.StreamPasses;
import io.lintel.service.CameraService;
import io.lintel.service.DoorService;
import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import io.lintel.web.Ticks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the page of now shows, as it changes. A feed of its own for each page. Thread-safe. */
@Singleton
class LiveFeed {

    /** Door and log are asked this often; people notice nothing shorter. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** {@code now.js} trusts what it shows for five seconds. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final Duration LOOK_AT_PARTS = Duration.ofSeconds(3);

    /** Users who signed out or lost their role must not watch for ever: the page connects again and has to sign in. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** How long a picture waits for what recognition says about it. */
    private static final long PATIENCE_MILLIS = 80;

    private static final int MOST_ROWS = 20;

    /** As many as {@link LivePicture} serves. */
    private static final int MOST_WATCHERS = 8;

    private static final int MOST_EACH = 4;

    static final AuditFilter DECISIONS = AuditFilter.ALL.withKinds(Set.of(
            AuditKind.ACCESS_GRANTED, AuditKind.ACCESS_DENIED, AuditKind.ACCESS_KEPT_OUT, AuditKind.ACCESS_ALARM));

    /** One piece of news. */
    sealed interface News {

        record Seen(LiveOverlay look) implements News {}

        record Happened(EventView event) implements News {}

        record DoorChanged(DoorCard door) implements News {}

        record PartsChanged(List<ComponentStatus> parts) implements News {}

        /** Nothing new, but the box is there. @param time of the box, for people */
        record Beat(String time) implements News {}
    }

    private final LogService log;
    private final CameraService camera;
    private final AccessEvents events;
    private final DoorService doorService;
    private final LogReader book;
    private final ZoneId zone;
    private final LiveOverlays looks;
    private final SystemStatus system;
    private final StreamPasses passes;
    private final StreamLimit streams = new StreamLimit(MOST_WATCHERS, MOST_EACH);

    LiveFeed(
            LogService log,
            CameraService camera,
            AccessEvents events,
            DoorService doorService,
            LogReader book,
            LiveOverlays looks,
            SystemStatus system,
            StreamPasses passes,
            ZoneId zone) {
        this.zone = zone;
        this.passes = passes;
        this.log = log;
        this.camera = camera;
        this.events = events;
        this.doorService = doorService;
        this.book = book;
        this.looks = looks;
        this.system = system;
    }

    /**
     * What is new, of each kind the newest: what a slow page has not taken yet is not kept for it.
     *
     * @param since the log's row from which on events are new
     * @param caller sees it as long as the session lasts
     */
    Multi<News> news(long since, Caller caller) {
        Multi<News> all = Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(looks(), happenings(since), door(), parts(), beats());
        return streams.count(
                caller.actor().name(),
                passes.whileInForce(caller.credential(), all).select().first(LONGEST));
    }

    LivePicture pictures() {
        return camera.pictures()
                .orElseThrow(() -> new HttpProblem(
                        503, "The camera has not been started", "wait a moment and load the page again"));
    }

    private Multi<News> looks() {
        return Multi.createFrom()
                .emitter(
                        page -> {
                            Sight sight = new Sight();
                            Subscription views = events.subscribe(sight::told);
                            Runnable pictures;
                            try {
                                pictures = pictures()
                                        .watch(picture ->
                                                page.emit(new News.Seen(looks.of(picture, sight.of(picture)))));
                            } catch (LintelException e) {
                                views.close();
                                page.fail(e);
                                return;
                            }
                            page.onTermination(() -> {
                                views.close();
                                pictures.run();
                            });
                        },
                        BackPressureStrategy.LATEST);
    }

    private Multi<News> happenings(long since) {
        AtomicLong seen = new AtomicLong(since);
        return Ticks.every(LOOK_AGAIN).onItem().transformToIterable(tick -> happened(seen));
    }

    private List<News> happened(AtomicLong seen) {
        try {
            List<AuditRow> rows =
                    log.page(DECISIONS, null, seen.get(), MOST_ROWS).rows().reversed();
            if (!rows.isEmpty()) {
                seen.set(rows.getLast().seq());
            }
            return rows.stream()
                    .map(row -> (News) new News.Happened(book.view(row)))
                    .toList();
        } catch (LintelException e) {
            // The parts say that the database does not work; the stream goes on.
            return List.of();
        }
    }

    private Multi<News> door() {
        return Ticks.every(LOOK_AGAIN)
                .map(tick -> (News) new News.DoorChanged(DoorCard.of(doorService.status())))
                .skip()
                .repetitions();
    }

    private Multi<News> beats() {
        return Ticks.every(BEAT).map(tick -> (News) new News.Beat(CLOCK.format(LocalTime.now(zone))));
    }

    private Multi<News> parts() {
        return Ticks.every(LOOK_AT_PARTS)
                .map(tick -> (News) new News.PartsChanged(system.now()))
                .skip()
                .repetitions();
    }

    /** The newest view, which comes some 30 ms after its picture. */
    private static final class Sight {

        private final AtomicReference<AccessEvent.@Nullable View> newest = new AtomicReference<>();

        synchronized void told(AccessEvent event) {
            if (event instanceof AccessEvent.View view) {
                newest.set(view);
                notifyAll();
            }
        }

        synchronized AccessEvent.@Nullable View of(Picture picture) {
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            try {
                while (isOlder(newest.get(), picture)) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        break;
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return newest.get();
        }

        /** While nobody is there recognition leaves pictures out, and there is nothing to wait for. */
        private static boolean isOlder(AccessEvent.@Nullable View view, Picture picture) {
            return view != null && !view.faces().isEmpty() && view.frameSequence() < picture.number();
        }
    }
}
