package io.lintel.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalInt;

/**
 * Lets a fault into the log once a minute: what anybody can cause from outside must not turn the journal over. Remembers a bounded number
 * of kinds. Thread-safe.
 */
public final class RepeatedFaults {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int MOST_KINDS = 200;

    private final MonotonicClock clock;
    private final LinkedHashMap<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(long since, int left) {}

    public RepeatedFaults(MonotonicClock clock) {
        this.clock = clock;
    }

    /**
     * A fault has happened.
     *
     * @param kind what makes it the same as another
     * @return empty when it is to be kept quiet; else how many of its kind were since it was told last
     */
    public synchronized OptionalInt tell(String kind) {
        long now = clock.nanos();
        Seen before = seen.get(kind);
        if (before != null && now - before.since < QUIET.toNanos()) {
            seen.put(kind, new Seen(before.since, before.left + 1));
            return OptionalInt.empty();
        }
        if (before == null && seen.size() >= MOST_KINDS) {
            seen.pollFirstEntry();
        }
        seen.put(kind, new Seen(now, 0));
        return OptionalInt.of(before == null ? 0 : before.left);
    }
}
