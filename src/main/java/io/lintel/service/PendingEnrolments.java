package io.lintel.service;

import io.lintel.gallery.EnrolledPerson;
import io.lintel.gallery.Portrait;
import io.lintel.gallery.enrolment.EnrolmentOutcome;
import io.lintel.gallery.enrolment.EnrolmentWarning;
import io.lintel.system.ExpiringMap;
import io.lintel.system.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrolments that wait for an operator to confirm that a look-alike is somebody else: their templates only, no pictures but the small
 * portraits. At most 16, for ten minutes. Thread-safe.
 */
public final class PendingEnrolments {

    private static final int MOST = 16;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Entry(Pending pending, EnrolmentOutcome.NeedsConfirmation outcome, String actor) {}

    /** What waits. @param name of the new person @param face theirs; null where no portraits are kept */
    public record Pending(
            String name,
            List<EnrolmentWarning> warnings,
            @Nullable Portrait face) {}

    private final ExpiringMap<String, Entry> entries;

    public PendingEnrolments(MonotonicClock clock) {
        this.entries = new ExpiringMap<>(MOST, LONGEST, clock);
    }

    /** @param actor the only one who may confirm it @return the key to confirm it with */
    public String keep(String actor, String name, EnrolmentOutcome.NeedsConfirmation outcome) {
        String key = UUID.randomUUID().toString();
        entries.put(key, new Entry(new Pending(name, outcome.warnings(), outcome.face()), outcome, actor));
        return key;
    }

    public Optional<Pending> find(String actor, String key) {
        return entry(actor, key).map(Entry::pending);
    }

    /** Stores it. @return empty if it is not there any more, or waits for somebody else */
    public Optional<EnrolledPerson> confirm(String actor, String key) {
        return entry(actor, key)
                .flatMap(mine -> entries.remove(key))
                .map(entry -> entry.outcome().store());
    }

    private Optional<Entry> entry(String actor, String key) {
        return entries.find(key).filter(entry -> entry.actor().equals(actor));
    }
}
