package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands events to listeners, each on a thread of its own, so that a slow one holds up nobody. Thread-safe. */
public final class AccessEvents implements Consumer<AccessEvent>, AutoCloseable {

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** @return close it to end the subscription */
    public Subscription subscribe(Consumer<AccessEvent> listener) {
        Subscription subscription = new Subscription(listener, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    /** Never blocks and never throws. */
    @Override
    public void accept(AccessEvent event) {
        for (Subscription subscription : subscriptions) {
            subscription.offer(event);
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
