package io.lintel.service;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Enrolments that wait for an operator to confirm that a look-alike is somebody else: their templates only, no pictures but the small
 * portraits. At most 16, for ten minutes. Thread-safe.
 */
public final class PendingEnrolments {

    private static final int MOST = 16;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Entry(Pending pending, EnrolmentOutcome.NeedsConfirmation outcome, String actor, long sinceNanos) {}

    /** What waits. @param name of the new person */
    public record Pending(String name, List<EnrolmentWarning> warnings) {}

    private final MonotonicClock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public PendingEnrolments(MonotonicClock clock) {
        this.clock = clock;
    }

    /** @param actor the only one who may confirm it @return the key to confirm it with */
    public synchronized String keep(String actor, String name, EnrolmentOutcome.NeedsConfirmation outcome) {
        forgetOld();
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        entries.put(key, new Entry(new Pending(name, outcome.warnings()), outcome, actor, clock.nanos()));
        return key;
    }

    public synchronized Optional<Pending> find(String actor, String key) {
        return entry(actor, key).map(Entry::pending);
    }

    /** Stores it. @return empty if it is not there any more, or waits for somebody else */
    public Optional<EnrolledPerson> confirm(String actor, String key) {
        return take(actor, key).map(entry -> entry.outcome().store());
    }

    private synchronized Optional<Entry> take(String actor, String key) {
        Optional<Entry> found = entry(actor, key);
        found.ifPresent(entry -> entries.remove(key, entry));
        return found;
    }

    private Optional<Entry> entry(String actor, String key) {
        forgetOld();
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.actor().equals(actor));
    }

    private void forgetOld() {
        long now = clock.nanos();
        entries.values().removeIf(entry -> now - entry.sinceNanos() > LONGEST.toNanos());
    }
}
