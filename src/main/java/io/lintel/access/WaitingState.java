package io.lintel.access;

import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/** Not denied, but not to be tried again at once; nothing is decided before the time is over. */
final class WaitingState extends VisitState {

    private final DoorScreenMessage shown;
    private final long untilNanos;
    private final boolean quiet;

    private WaitingState(DoorScreenMessage shown, long untilNanos, boolean quiet) {
        this.shown = shown;
        this.untilNanos = untilNanos;
        this.quiet = quiet;
    }

    /** @param shown what the person sees meanwhile */
    static WaitingState showing(DoorScreenMessage shown, long untilNanos) {
        return new WaitingState(shown, untilNanos, false);
    }

    /** Nothing was said, because nobody stood at the door; coming near ends the wait. */
    static WaitingState quietly(long untilNanos) {
        return new WaitingState(new DoorScreenMessage.Approaching(), untilNanos, true);
    }

    @Override
    boolean isDeciding() {
        return false;
    }

    @Override
    boolean hasEnded(long now) {
        return now - untilNanos >= 0;
    }

    @Override
    boolean endsNearby() {
        return quiet;
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return shown;
    }
}
