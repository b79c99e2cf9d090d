package io.lintel.gallery;

import io.lintel.system.LintelException;
import java.time.Duration;

/** Makes the gallery follow what other processes write, such as {@code lintel people add} beside a running door. */
public final class GalleryWatcher implements AutoCloseable {

    /** Well within the second after which a change must count. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    private static final System.Logger LOG = System.getLogger(GalleryWatcher.class.getName());

    private final Gallery gallery;
    private final Thread thread;
    private boolean failing;

    private GalleryWatcher(Gallery gallery) {
        this.gallery = gallery;
        this.thread = Thread.ofPlatform().daemon().name("gallery-watcher").unstarted(this::watch);
    }

    public static GalleryWatcher start(Gallery gallery) {
        GalleryWatcher watcher = new GalleryWatcher(gallery);
        watcher.thread.start();
        return watcher;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A database in trouble leaves the gallery as it was; its own health check raises the alarm. */
    private void look() {
        try {
            if (gallery.refresh()) {
                GallerySummary now = gallery.summary();
                LOG.log(
                        System.Logger.Level.INFO,
                        "gallery changed revision={0} persons={1} templates={2}",
                        Long.toString(now.revision()),
                        now.persons(),
                        now.templates());
            }
            failing = false;
        } catch (LintelException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "gallery cannot be refreshed: " + e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
