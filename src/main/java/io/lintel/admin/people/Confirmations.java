package io.lintel.admin.people;

import io.lintel.gallery.enrolment.EnrolmentOutcome;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrolments that wait for somebody to say that a look-alike is somebody else: their templates only, no pictures but the small
 * portraits. Few, and for a few minutes. Thread-safe.
 */
@Singleton
class Confirmations {

    /** One that waits. @param name of the new person @param who may confirm it */
    record Waiting(String name, String who, EnrolmentOutcome.NeedsConfirmation outcome, long sinceNanos) {}

    private static final int MOST = 16;
    private static final long LONGEST_NANOS = 10 * 60 * 1_000_000_000L;

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    synchronized String keep(String name, String who, EnrolmentOutcome.NeedsConfirmation outcome) {
        forgetOld();
        if (waiting.size() >= MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        waiting.put(key, new Waiting(name, who, outcome, System.nanoTime()));
        return key;
    }

    synchronized Optional<Waiting> find(String key, String who) {
        forgetOld();
        return Optional.ofNullable(waiting.get(key)).filter(one -> one.who().equals(who));
    }

    synchronized Optional<Waiting> take(String key, String who) {
        Optional<Waiting> found = find(key, who);
        found.ifPresent(one -> drop(key));
        return found;
    }

    private @Nullable Waiting drop(String key) {
        return waiting.remove(key);
    }

    private void forgetOld() {
        long now = System.nanoTime();
        waiting.values().removeIf(one -> now - one.sinceNanos() > LONGEST_NANOS);
    }
}
