package io.lintel.gallery.bulk;

import io.lintel.gallery.GalleryException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one import at a time beside everything else, and keeps the last one's report. Thread-safe. */
public final class ImportJobs implements AutoCloseable {

    /** An import that was begun here. @param key names it in addresses; cannot be guessed @param operator who began it */
    public record Job(String key, String operator, PeopleImport work) {}

    private static final System.Logger LOG = System.getLogger(ImportJobs.class.getName());

    private @Nullable Job latest;
    private @Nullable Thread thread;

    /**
     * @param work opened only if no other import runs
     * @param afterwards always called, also when the import fails
     * @throws GalleryException while another import runs
     */
    public synchronized Job begin(String operator, Supplier<PeopleImport> work, Runnable afterwards) {
        Thread before = thread;
        if (latest != null && before != null && before.isAlive()) {
            throw new GalleryException(
                    "Another import is running, begun by " + latest.operator(), "wait until it is done, or cancel it");
        }
        PeopleImport opened = work.get();
        Job job = new Job(UUID.randomUUID().toString(), operator, opened);
        latest = job;
        thread = Thread.ofPlatform().daemon().name("people-import").start(() -> run(opened, afterwards));
        return job;
    }

    private static void run(PeopleImport work, Runnable afterwards) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "import failed", e);
        } finally {
            afterwards.run();
        }
    }

    /** The import that runs or ran last, if it has this key. */
    public synchronized Optional<Job> find(String key) {
        return Optional.ofNullable(latest).filter(job -> job.key().equals(key));
    }

    public synchronized Optional<Job> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public void close() throws InterruptedException {
        Job job;
        Thread running;
        synchronized (this) {
            job = latest;
            running = thread;
        }
        if (job != null && running != null) {
            job.work().cancel();
            running.join(java.time.Duration.ofSeconds(10));
        }
    }
}
