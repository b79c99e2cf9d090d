package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/** Denied; nothing is decided before the wait is over, or its cause is gone. */
final class DeniedState extends VisitState {

    /** How often it is asked whether the cause is gone, nanoseconds: sooner than anybody notices, and no work for every frame. */
    private static final long ASK_AGAIN = 500_000_000L;

    private final Wait wait;
    private final boolean returned;
    private final WaitRule rule;
    private final long beganNanos;
    private long askedNanos;

    /** @param returned whether the face had gone since it was denied */
    DeniedState(Wait wait, boolean returned, WaitRule rule, long now) {
        this.wait = wait;
        this.returned = returned;
        this.rule = rule;
        this.beganNanos = now;
        this.askedNanos = now;
    }

    @Override
    boolean isDeciding() {
        return false;
    }

    @Override
    boolean isWatching() {
        return rule.isEndedByLooks(wait);
    }

    @Override
    boolean asksLiveness() {
        return rule.isEndedByLiveness(wait);
    }

    @Override
    boolean isEndedBy(EvidenceSummary looks, long now) {
        return now - beganNanos >= rule.least().toNanos() && rule.isEndedBy(looks, wait);
    }

    @Override
    boolean hasEnded(long now) {
        if (now - wait.untilNanos() >= 0) {
            return true;
        }
        if (now - askedNanos < ASK_AGAIN) {
            return false;
        }
        askedNanos = now;
        return rule.isCauseGone(wait);
    }

    @Override
    DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos) {
        return new DoorScreenMessage.Waiting(wait, returned);
    }
}
