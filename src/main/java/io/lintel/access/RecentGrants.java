package io.lintel.access;

import io.lintel.gallery.PersonId;
import java.util.HashMap;
import java.util.Map;

/** Who was let in and has not left yet, so that one visit is one decision. Not thread-safe. */
final class RecentGrants {

    private final VisitSettings settings;
    private final Map<PersonId, Grant> grants = new HashMap<>();

    RecentGrants(VisitSettings settings) {
        this.settings = settings;
    }

    void letIn(PersonId person, long now) {
        grants.put(person, new Grant(now, now));
    }

    void seen(PersonId person, long now) {
        grants.computeIfPresent(person, (id, grant) -> new Grant(grant.letInNanos, now));
    }

    /** Whether somebody whose track began then has been let in lately and had not left in between. */
    boolean isStillServed(PersonId person, long trackBeganNanos, long now) {
        Grant grant = grants.get(person);
        return grant != null
                && trackBeganNanos - grant.lastSeenNanos <= settings.absence().toNanos()
                && now - grant.letInNanos < settings.grantAgainAfter().toNanos();
    }

    void forget(PersonId person) {
        grants.remove(person);
    }

    void forgetWhoLeft(long now) {
        // An absence is judged when somebody comes back; twice that long nobody can be in between any more.
        long longAgo =
                2 * settings.absence().toNanos() + settings.grantAgainAfter().toNanos();
        grants.values().removeIf(grant -> now - grant.lastSeenNanos > longAgo);
    }

    private record Grant(long letInNanos, long lastSeenNanos) {}
}
