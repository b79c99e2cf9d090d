package io.lintel.access;

import io.lintel.gallery.PersonId;
import java.util.HashMap;
import java.util.Map;

/** Who was let in and has not left yet, so that one visit is one decision. Not thread-safe. */
final class GuestBook {

    private final VisitSettings settings;
    private final Map<PersonId, Stay> stays = new HashMap<>();

    GuestBook(VisitSettings settings) {
        this.settings = settings;
    }

    void letIn(PersonId person, long now) {
        stays.put(person, new Stay(now, now));
    }

    void seen(PersonId person, long now) {
        stays.computeIfPresent(person, (id, stay) -> new Stay(stay.letInNanos, now));
    }

    /** Whether somebody whose track began then has been let in lately and had not left in between. */
    boolean isStillServed(PersonId person, long trackBeganNanos, long now) {
        Stay stay = stays.get(person);
        return stay != null
                && trackBeganNanos - stay.lastSeenNanos <= settings.absence().toNanos()
                && now - stay.letInNanos < settings.grantAgainAfter().toNanos();
    }

    void forget(PersonId person) {
        stays.remove(person);
    }

    void forgetWhoLeft(long now) {
        // An absence is judged when somebody comes back; twice that long nobody can be in between any more.
        long longAgo =
                2 * settings.absence().toNanos() + settings.grantAgainAfter().toNanos();
        stays.values().removeIf(stay -> now - stay.lastSeenNanos > longAgo);
    }

    private record Stay(long letInNanos, long lastSeenNanos) {}
}
