package io.lintel.access;

import io.lintel.face.Embedding;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often one visit was turned away and how long it waits: longer each time, and going on where an earlier track with the same
 * face stopped. Not thread-safe.
 */
final class BackOff {

    private final VisitSettings settings;
    private final DeniedFaces deniedFaces;
    private @Nullable DeniedFace deniedFace;
    private boolean recalled;
    private int tries;
    private int quietTries;

    BackOff(VisitSettings settings, DeniedFaces deniedFaces) {
        this.settings = settings;
        this.deniedFaces = deniedFaces;
    }

    /** Failed tries of this face so far. */
    int tries() {
        return tries;
    }

    void sighted(long now) {
        if (deniedFace != null) {
            deniedFace.seen(now);
        }
    }

    /** Counts a failed try. @return how long to wait, and what to show meanwhile */
    Wait denied(DenialReason reason, Embedding face, long now) {
        tries++;
        long until = now + settings.waitAfter(tries).toNanos();
        if (deniedFace == null) {
            deniedFace = deniedFaces.remember(face, tries, reason, until, now);
        } else {
            deniedFace.deniedAgain(tries, reason, until, now);
        }
        return wait(reason, until);
    }

    /** Counts a try of which nothing was said. */
    Duration ignored() {
        return settings.waitAfter(++quietTries);
    }

    void forgive() {
        tries = 0;
        if (deniedFace != null) {
            deniedFaces.forget(deniedFace);
            deniedFace = null;
        }
    }

    boolean isRecalled() {
        return recalled;
    }

    /** Looks once whether this face was denied before. @return what it has still to wait; null when nothing */
    @Nullable
    Wait recall(Embedding face, long now) {
        recalled = true;
        DeniedFace known = deniedFaces.find(face, now);
        if (known == null) {
            return null;
        }
        deniedFace = known;
        known.seen(now);
        tries = known.tries();
        long until = known.untilNanos();
        long most = now + settings.enrolledWait().toNanos();
        if (known.reason().concernsSomebodyEnrolled() && most - until < 0) {
            until = most;
        }
        return now - until >= 0 ? null : wait(known.reason(), until);
    }

    private Wait wait(DenialReason reason, long until) {
        boolean lockedOut = !reason.concernsSomebodyEnrolled() && tries >= settings.lockOutAfter();
        return new Wait(lockedOut ? DenialReason.LOCKED_OUT : reason, until);
    }

    /** @param shown what the person is told meanwhile */
    record Wait(DenialReason shown, long untilNanos) {}
}
