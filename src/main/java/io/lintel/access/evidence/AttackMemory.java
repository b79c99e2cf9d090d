package io.lintel.access.evidence;

import io.lintel.gallery.PersonId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of attacks with the faces of enrolled people, kept over tracks, pauses and decisions, so that stepping aside or covering a picture for a
 * moment does not erase it. It belongs to whom the face is recognised as, like all evidence of liveness: however the picture is turned,
 * it meets what it showed before. In memory only, bounded, decaying. Not thread-safe.
 */
public final class AttackMemory {

    /** More pictures than anybody shows at a door in ten minutes; the weakest evidence makes room. */
    static final int CAPACITY = 64;

    /** After five half-lives nothing of weight is left. */
    private static final int HALF_LIVES = 5;

    private final Map<PersonId, RememberedAttack> attacks = new HashMap<>();
    private final LivenessTestSettings settings;

    public AttackMemory(LivenessTestSettings settings) {
        this.settings = settings;
    }

    LivenessTestSettings settings() {
        return settings;
    }

    @Nullable
    RememberedAttack of(PersonId person, long now) {
        Duration kept = settings.handicapHalfLife().multipliedBy(HALF_LIVES);
        attacks.values().removeIf(attack -> now - attack.answeredNanos() > kept.toNanos());
        return attacks.get(person);
    }

    /** Keeps the stronger of what is known and of this. */
    void note(PersonId person, double nats, long now) {
        RememberedAttack known = attacks.get(person);
        double left = known == null ? 0 : known.nats(now, settings.handicapHalfLife());
        if (known == null && attacks.size() >= CAPACITY) {
            attacks.remove(attacks.entrySet().stream()
                    .min(Comparator.comparingDouble(entry -> entry.getValue().nats(now, settings.handicapHalfLife())))
                    .orElseThrow()
                    .getKey());
        }
        attacks.put(person, new RememberedAttack(Math.max(left, nats), now));
    }

    /** A visit ended with the person let in: only what was known before it counts on. @param before null when nothing was */
    void restore(PersonId person, @Nullable RememberedAttack before) {
        if (before == null) {
            attacks.remove(person);
        } else {
            attacks.put(person, before);
        }
    }
}
