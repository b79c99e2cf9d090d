package io.lintel.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map that holds a bounded number of entries for a bounded time; when it is full the oldest goes. Thread-safe. For maps of a few
 * hundred entries: each call looks at those that have expired.
 */
public final class ExpiringMap<K, V> {

    private record Entry<V>(V value, long sinceNanos) {}

    private final int most;
    private final Duration kept;
    private final MonotonicClock clock;
    // Insertion order is the order of age: put() removes before it puts.
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    /**
     * Makes an empty one.
     *
     * @param most how many entries, 1 or more
     * @param kept how long each
     */
    public ExpiringMap(int most, Duration kept, MonotonicClock clock) {
        this.most = most;
        this.kept = kept;
        this.clock = clock;
    }

    /** Puts or replaces an entry, whose time starts now. */
    public synchronized void put(K key, V value) {
        forgetOld();
        entries.remove(key);
        if (entries.size() >= most) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(key, new Entry<>(value, clock.nanos()));
    }

    public synchronized Optional<V> find(K key) {
        forgetOld();
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** As {@link #find}, and only one caller gets it. */
    public synchronized Optional<V> remove(K key) {
        forgetOld();
        return Optional.ofNullable(entries.remove(key)).map(Entry::value);
    }

    private void forgetOld() {
        long now = clock.nanos();
        entries.values().removeIf(entry -> now - entry.sinceNanos() > kept.toNanos());
    }
}
