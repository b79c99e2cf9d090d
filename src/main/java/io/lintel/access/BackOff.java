package io.lintel.access;

import io.lintel.access.Wait.What;
import io.lintel.face.Embedding;
import io.lintel.gallery.PersonId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often one visit was turned away and how long it waits: longer each time, and going on where an earlier track with the same
 * face stopped. Not thread-safe.
 */
final class BackOff {

    private final VisitSettings settings;
    private final WaitRule waits;
    private final DeniedFaces deniedFaces;
    private @Nullable DeniedFace deniedFace;
    private boolean recalled;
    private int tries;
    private int quietTries;

    BackOff(VisitRules rules) {
        this.settings = rules.settings();
        this.waits = rules.waits();
        this.deniedFaces = rules.deniedFaces();
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

    /**
     * Counts a try: as a failed one, unless that was not the face's fault.
     *
     * @param person whom the face was taken for; null when for nobody
     */
    Wait denied(What what, DenialReason reason, @Nullable PersonId person, Embedding face, long now) {
        int count = reason.isFailedTry() ? ++tries : ++quietTries;
        Wait wait = waits.until(now + settings.waitAfter(count).toNanos(), what, reason, person, tries, now);
        if (deniedFace == null) {
            deniedFace = deniedFaces.remember(face, wait, now);
        } else {
            deniedFace.deniedAgain(wait, now);
        }
        return wait;
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

    /** Looks once whether this face was denied before. @return the wait that goes on; null when there is none */
    @Nullable
    Wait recall(Embedding face, long now) {
        recalled = true;
        DeniedFace known = deniedFaces.find(face, now);
        if (known == null) {
            return null;
        }
        deniedFace = known;
        known.seen(now);
        tries = known.lastWait().tries();
        return waits.outlastsTheTrack(known.lastWait(), now) ? known.lastWait() : null;
    }
}
