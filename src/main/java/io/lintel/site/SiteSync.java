package io.lintel.site;

import io.lintel.gallery.SharedPeopleStore;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this box and its site the same, in a thread of its own: takes over what others have changed, sends what was changed here, and sends the log. Nothing else
 * waits for it; without a connection it tries on. Thread-safe.
 */
public final class SiteSync implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SiteSync.class.getName());
    private static final Duration ROUND = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final SharedCopyStore copy;
    private final SharedChangeStore changes;
    private final SharedSender sender;
    private final SiteLogSender log;
    private final @Nullable SiteLogCollector collector;
    private final Supplier<Connection> connection;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;
    private volatile SiteStatus status = new SiteStatus(false, 0, 0, Set.of(), "not connected yet");

    /** Is told what has come and what was refused, in the thread of the synchronisation. */
    public interface Listener {

        /** People, groups, schedules or holidays are different now. @param removed whether something is gone for good */
        void changed(boolean removed);

        /** A change that was made here was overruled. */
        void overruled(SiteKind kind, long local, String by);
    }

    /**
     * What makes one box of a site.
     *
     * @param id of the box, one token of a subject
     * @param name for people
     * @param collectsLogs whether it keeps the rows of all boxes
     */
    public record Box(String id, String name, boolean collectsLogs) {}

    /** @param connection answers with a connection that may be down, or throws a {@link LintelException} saying why there is none */
    public SiteSync(
            Database database,
            SharedPeopleStore people,
            Box box,
            SiteKeyring keys,
            Supplier<Connection> connection,
            Listener listener) {
        this.database = database;
        this.connection = connection;
        this.listener = listener;
        SharedObjectStore objects = new SharedObjectStore();
        SharedDocumentStore documents = new SharedDocumentStore(objects, people);
        copy = new SharedCopyStore(database, objects, documents, keys);
        changes = new SharedChangeStore(database, objects, documents, copy, box.name());
        sender = new SharedSender(changes, copy, keys, box.name());
        SiteLogStore rows = new SiteLogStore(database);
        log = new SiteLogSender(rows, keys, box.id());
        collector = box.collectsLogs() ? new SiteLogCollector(rows, keys) : null;
        thread = Thread.ofPlatform().name("site").daemon().unstarted(this::run);
    }

    public SiteSync start() {
        thread.start();
        return this;
    }

    public SiteStatus status() {
        return status;
    }

    private void run() {
        Duration pause = ROUND;
        while (!closed) {
            try {
                keepUp(connection.get());
                pause = ROUND;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | JetStreamApiException | RuntimeException e) {
                trouble(e);
                if (!sleep(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** Returns when the connection is another one, which sees neither its subscriptions nor perhaps the same server. */
    private void keepUp(Connection nats) throws IOException, JetStreamApiException, InterruptedException {
        SharedBucket bucket = new SharedBucket(nats);
        long from = copy.goOnFrom(bucket.state());
        JetStreamSubscription incoming = bucket.changesAfter(from);
        try {
            if (collector != null) {
                collector.subscribe(nats);
            }
            long reconnects = nats.getStatistics().getReconnects();
            while (!closed
                    && nats.getStatus() == Connection.Status.CONNECTED
                    && nats.getStatistics().getReconnects() == reconnects) {
                take(bucket, SharedBucket.next(incoming, ROUND));
                for (LocalChange change : changes.waiting()) {
                    if (sender.send(bucket, change) instanceof SendResult.Overruled overruled) {
                        listener.changed(overruled.by().isEmpty());
                        listener.overruled(change.kind(), change.local(), overruled.by());
                    }
                }
                while (log.send(nats) && !closed) {
                    // what was written while there was no connection
                }
                if (collector != null) {
                    collector.collect();
                }
                now(true, "");
            }
        } finally {
            if (incoming.isActive() && nats.getStatus() == Connection.Status.CONNECTED) {
                incoming.unsubscribe();
            }
        }
        if (!closed && nats.getStatus() != Connection.Status.CONNECTED) {
            throw new LintelException("The site's server does not answer", "see whether it runs");
        }
    }

    private void take(SharedBucket bucket, List<BucketEntry> batch) throws IOException, JetStreamApiException {
        if (batch.isEmpty()) {
            return;
        }
        SharedCopyStore.Taken taken = copy.take(batch);
        for (String ghost : taken.ghosts()) {
            bucket.delete(ghost);
        }
        if (taken.changed() + taken.removed() > 0) {
            if (taken.removed() > 0) {
                database.emptyLog();
            }
            listener.changed(taken.removed() > 0);
        }
    }

    private void trouble(Exception e) {
        if (!closed && status.trouble().isEmpty()) {
            LOG.log(Level.WARNING, "site state=down cause=\"{0}\"", e.getMessage());
        }
        now(false, String.valueOf(e.getMessage()));
    }

    private void now(boolean connected, String trouble) {
        if (closed) {
            return;
        }
        if (connected && !status.connected()) {
            LOG.log(Level.INFO, "site state=up");
        }
        SiteProgress progress = changes.progress().orElse(new SiteProgress("", 0));
        status =
                new SiteStatus(connected, progress.revision(), changes.waiting().size(), copy.unreadable(), trouble);
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
