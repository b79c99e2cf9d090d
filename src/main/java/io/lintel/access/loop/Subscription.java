package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listener and what it has still to be told: of the views only the newest, of everything else the last
 * {@value #CAPACITY}. Thread-safe.
 */
public final class Subscription implements AutoCloseable {

    static final int CAPACITY = 256;

    private static final System.Logger LOG = System.getLogger(Subscription.class.getName());

    private final Consumer<AccessEvent> listener;
    private final Consumer<Subscription> onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<AccessEvent> events = new ArrayDeque<>();
    private AccessEvent.@Nullable View view;
    private long dropped;
    private boolean closed;

    Subscription(Consumer<AccessEvent> listener, Consumer<Subscription> onClose) {
        this.listener = listener;
        this.onClose = onClose;
    }

    void start() {
        Thread.ofVirtual().name("lintel-access-events").start(this::deliver);
    }

    void offer(AccessEvent event) {
        lock.lock();
        try {
            if (event instanceof AccessEvent.View newest) {
                view = newest;
            } else {
                if (events.size() == CAPACITY) {
                    events.removeFirst();
                    dropped++;
                }
                events.addLast(event);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Events, other than views, that came too fast for the listener. */
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        while (true) {
            AccessEvent event;
            try {
                event = next();
            } catch (InterruptedException e) {
                close();
                return;
            }
            if (event == null) {
                return;
            }
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "access-event listener failed", e);
            }
        }
    }

    /** Decisions and alarms first; null when the subscription has ended. */
    private @Nullable AccessEvent next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && events.isEmpty() && view == null) {
                news.await();
            }
            if (closed) {
                return null;
            }
            AccessEvent next = events.pollFirst();
            if (next == null) {
                next = view;
                view = null;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        lock.lock();
        try {
            closed = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }
}
