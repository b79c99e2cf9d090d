package io.lintel.access.pin;

import io.lintel.gallery.PersonId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong PINs of each person in a row, whatever track they came on: stepping aside does not begin the count anew. Only a face that was taken for
 * that very person, and live, counts, so nobody can shut out anybody else. Not thread-safe.
 */
final class PinThrottle {

    private static final int CAPACITY = 4_096;

    private record Failures(int count, long lastNanos) {}

    private final PinSettings settings;
    private final Map<PersonId, Failures> failures = new LinkedHashMap<>();

    PinThrottle(PinSettings settings) {
        this.settings = settings;
    }

    void failed(PersonId person, long now) {
        Failures before = failures.remove(person);
        if (failures.size() >= CAPACITY) {
            failures.remove(failures.keySet().iterator().next());
        }
        failures.put(person, new Failures(before == null ? 1 : before.count + 1, now));
    }

    void succeeded(PersonId person) {
        failures.remove(person);
    }

    boolean mustWait(PersonId person, long now) {
        Failures had = failures.get(person);
        if (had == null || had.count < settings.freeFailures()) {
            return false;
        }
        int doublings = Math.min(had.count - settings.freeFailures(), 20);
        long wait = Math.min(
                settings.firstWait().toNanos() << doublings,
                settings.longestWait().toNanos());
        return now - had.lastNanos < wait;
    }
}
