package io.lintel.kiosk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the screen changes, so that people can read it: a scene stays for at least {@link #REST}. Only what somebody must see in
 * time cuts a resting scene short, and never another such one: it then follows when that has rested. Not thread-safe.
 */
final class SceneChanges {

    /** Shorter than this and people see a flicker, not a sentence. */
    static final Duration REST = Duration.ofMillis(700);

    /** "Hello" and "Come closer" follow a face that is found in every other frame; nobody goes back to them before this. */
    static final Duration SETTLE = Duration.ofMillis(500);

    /** Two people decided within one rest are usual in a crowd, five are not. */
    private static final int MOST_WAITING = 4;

    private final Deque<ScreenState> waiting = new ArrayDeque<>();
    private ScreenState shown;
    private long since;
    private @Nullable ScreenState candidate;
    private long candidateSince;

    /** @param first what is shown until something else is wanted */
    SceneChanges(ScreenState first, long now) {
        shown = first;
        since = now - REST.toNanos();
    }

    /** A decision: it is shown for a rest even if nothing asks for it any more by then. */
    void decided(ScreenState decision) {
        if (decision.isSame(shown) || waiting.stream().anyMatch(decision::isSame)) {
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(decision);
    }

    /**
     * What the screen shows now.
     *
     * @param wanted what it should show if it never had to rest
     * @param door says how long a welcome goes on, and whether the door is open
     */
    ScreenState at(long now, ScreenState wanted, DoorNow door) {
        if (wanted.concernsEverybody()) {
            waiting.clear();
        }
        ScreenState decision = waiting.peekFirst();
        if (decision == null) {
            consider(welcomeGoesOn(wanted, door) ? shown : wanted, door, now);
        } else if (maySucceed(decision, now)) {
            waiting.removeFirst();
            change(decision, now);
        }
        // Whatever is on show: "open" is said as long as the lock is released, and not longer.
        shown = shown.withOpen(door.released());
        return shown;
    }

    private boolean welcomeGoesOn(ScreenState wanted, DoorNow door) {
        return shown.isWelcome() && door.isReleasedForOne() && !wanted.isImportant() && !wanted.concernsEverybody();
    }

    private void consider(ScreenState wanted, DoorNow door, long now) {
        if (wanted.isSame(shown)) {
            change(wanted, since);
            return;
        }
        if (candidate == null || !candidate.isSame(wanted)) {
            candidate = wanted;
            candidateSince = now;
        }
        if (shown.isUntrue(door)) {
            change(wanted, now);
            return;
        }
        boolean settled =
                wanted.isImportant() || !wanted.isRetreatFrom(shown) || now - candidateSince >= SETTLE.toNanos();
        if (settled && maySucceed(wanted, now)) {
            change(wanted, now);
        }
    }

    private boolean maySucceed(ScreenState next, long now) {
        return now - since >= REST.toNanos()
                || next.concernsEverybody()
                || next.isImportant() && (!shown.isImportant() || isNextStep(next));
    }

    private boolean isNextStep(ScreenState next) {
        return next.isStepOfOneTask() && next.state().equals(shown.state());
    }

    private void change(ScreenState next, long at) {
        shown = next;
        since = at;
        candidate = null;
    }
}
