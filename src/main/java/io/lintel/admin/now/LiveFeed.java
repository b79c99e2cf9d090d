package io.lintel.admin.now;

import io.lintel.access.AccessEvent;
import io.lintel.access.loop.Subscription;
import io.lintel.admin.log.EventView;
import io.lintel.admin.log.LogBook;
import io.lintel.audit.AuditFilter;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditRow;
import io.lintel.camera.LivePicture;
import io.lintel.camera.LivePicture.Picture;
import io.lintel.security.HttpProblem;
import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import io.lintel.wiring.BoxPart;
import io.lintel.wiring.BoxParts;
import io.lintel.wiring.Serving;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    private static final Duration LOOK_AT_PARTS = Duration.ofSeconds(3);

    /** Somebody signed out, or without his role by now, must not watch for ever: the page comes back and is asked who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** How long a picture waits for what recognition says about it. */
    private static final long PATIENCE_MILLIS = 80;

    private static final int MOST_ROWS = 20;

    static final AuditFilter DECISIONS = AuditFilter.ALL.withKinds(
            Set.of(AuditKind.ACCESS_GRANTED, AuditKind.ACCESS_DENIED, AuditKind.ACCESS_ALARM));

    /** One piece of news. */
    sealed interface News {

        record Seen(Look look) implements News {}

        record Happened(EventView event) implements News {}

        record DoorChanged(DoorCard door) implements News {}

        record PartsChanged(List<BoxPart> parts) implements News {}
    }

    private final LogService log;
    private final Serving serving;
    private final LogBook book;
    private final Looks looks;
    private final BoxParts parts;

    LiveFeed(LogService log, Serving serving, LogBook book, Looks looks, BoxParts parts) {
        this.log = log;
        this.serving = serving;
        this.book = book;
        this.looks = looks;
        this.parts = parts;
    }

    /** @param since the log's row from which on events are new */
    Multi<News> news(long since) {
        return Multi.createBy()
                .merging()
                .streams(looks(), happenings(since), door(), parts())
                .select()
                .first(LONGEST);
    }

    LivePicture pictures() {
        return serving.pictures()
                .orElseThrow(() -> new HttpProblem(
                        503, "The camera has not been started", "wait a moment and load the page again"));
    }

    private Multi<News> looks() {
        return Multi.createFrom()
                .emitter(
                        page -> {
                            Sight sight = new Sight();
                            Subscription views = serving.events().subscribe(sight::told);
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
        return ticks(LOOK_AGAIN).onItem().transformToIterable(tick -> happened(seen));
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
        return ticks(LOOK_AGAIN)
                .map(tick -> (News) new News.DoorChanged(DoorCard.of(serving)))
                .skip()
                .repetitions();
    }

    private Multi<News> parts() {
        return ticks(LOOK_AT_PARTS)
                .map(tick -> (News) new News.PartsChanged(parts.now()))
                .skip()
                .repetitions();
    }

    private static Multi<Long> ticks(Duration every) {
        return Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool());
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
