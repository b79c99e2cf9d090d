package io.lintel.gallery;

import io.lintel.system.Recurring;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes the gallery follow what other processes write, such as {@code lintel people add} beside a running door. */
public final class GalleryWatcher {

    /** Well within the second after which a change must count. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    /** After this somebody who was removed may still open the door. The longest honest answer of the database takes half. */
    public static final Duration SILENCE = Duration.ofSeconds(40);

    private static final System.Logger LOG = System.getLogger(GalleryWatcher.class.getName());

    private GalleryWatcher() {}

    /** A database in trouble leaves the gallery as it was; its own health check raises the alarm. */
    public static Recurring start(Gallery gallery) {
        AtomicBoolean preparing = new AtomicBoolean();
        return Recurring.start("gallery-watcher", PERIOD, () -> {
            follow(gallery);
            prepare(gallery, preparing);
        });
    }

    /** Beside the watcher, which must not miss a change meanwhile. */
    private static void prepare(Gallery gallery, AtomicBoolean preparing) {
        if (gallery.isPrepared() || !preparing.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().name("gallery-copy").daemon().start(() -> {
            try {
                gallery.prepare();
            } finally {
                preparing.set(false);
            }
        });
    }

    private static void follow(Gallery gallery) {
        if (gallery.refresh()) {
            GallerySummary now = gallery.summary();
            LOG.log(
                    Level.INFO,
                    "gallery changed revision={0} persons={1} templates={2}",
                    Long.toString(now.revision()),
                    now.persons(),
                    now.templates());
        }
    }
}
