package io.lintel.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures by key and says how long to wait before the next try. Holds a bounded number of keys; the one that failed
 * longest ago is forgotten first. Not thread-safe.
 *
 * @param <K> what failures are counted by
 */
public final class FailureCounter<K> {

    private record Failures(int count, long lastNanos) {}

    private final FailureDelay rule;
    private final int capacity;
    // Insertion order is the order of the last failure: record() removes before it puts.
    private final Map<K, Failures> byKey = new LinkedHashMap<>();

    public FailureCounter(FailureDelay rule, int capacity) {
        this.rule = rule;
        this.capacity = capacity;
    }

    public void record(K key, long now) {
        int before = count(key, now);
        byKey.remove(key);
        if (byKey.size() >= capacity) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        byKey.put(key, new Failures(before + 1, now));
    }

    /** Takes failures back; the time of the last one stays. @param failures how many */
    public void forgive(K key, int failures) {
        byKey.computeIfPresent(
                key, (same, had) -> had.count > failures ? new Failures(had.count - failures, had.lastNanos) : null);
    }

    /** Zero when the last failure is longer ago than the memory reaches. */
    public int count(K key, long now) {
        Failures failures = byKey.get(key);
        return failures == null || now - failures.lastNanos >= rule.memory().toNanos() ? 0 : failures.count;
    }

    /** Zero when a try is welcome now. */
    public Duration wait(K key, long now) {
        int count = count(key, now);
        if (count == 0) {
            return Duration.ZERO;
        }
        Failures failures = byKey.get(key);
        long left = failures == null ? 0 : rule.after(count).toNanos() - (now - failures.lastNanos);
        return Duration.ofNanos(Math.max(0, left));
    }

    /** Takes all failures back. */
    public void forget(K key) {
        byKey.remove(key);
    }

    public int size() {
        return byKey.size();
    }
}
