package io.lintel.access;

import io.lintel.access.evidence.Proximity;
import io.lintel.face.FaceQuality;
import io.lintel.face.QualityFlaw;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For how long somebody has been standing near, facing the door, without a decision. Who is far, passes by or looks elsewhere does
 * not want anything from the door. Not thread-safe.
 */
final class DwellTimer {

    private static final Set<QualityFlaw> TURNED_AWAY =
            EnumSet.of(QualityFlaw.TURNED_SIDEWAYS, QualityFlaw.TURNED_UP_OR_DOWN);

    private final VisitSettings settings;
    private final Proximity proximity;
    private boolean facing;
    private long sinceNanos;
    private int told;
    private long silentUntilNanos;

    DwellTimer(VisitSettings settings, Proximity proximity) {
        this.settings = settings;
        this.proximity = proximity;
    }

    void note(FaceQuality quality, long now) {
        boolean faces = proximity.isNear(quality) && quality.flaws().stream().noneMatch(TURNED_AWAY::contains);
        if (faces && !facing) {
            sinceNanos = now;
        }
        facing = faces;
    }

    void restart() {
        facing = false;
    }

    boolean tooLong(long now) {
        boolean silent = told > 0 && now - silentUntilNanos < 0;
        return facing
                && !silent
                && now - sinceNanos >= settings.lowQualityAfter().toNanos();
    }

    /** The screen has said so; each further time takes longer. */
    void told(long now) {
        told++;
        silentUntilNanos = now + settings.waitAfter(told).toNanos();
        facing = false;
    }

    /** What to say to somebody about whom nothing is decided yet. */
    DoorScreenMessage observation(@Nullable FaceQuality quality) {
        if (quality == null || quality.flaws().contains(QualityFlaw.TOO_FAR) || proximity.isTooFar(quality)) {
            return new DoorScreenMessage.Approaching();
        }
        return quality.flaws().stream()
                .min(Comparator.naturalOrder())
                .<DoorScreenMessage>map(DoorScreenMessage.LookHere::new)
                .orElseGet(DoorScreenMessage.Deciding::new);
    }
}
