package io.lintel.access.loop;

import java.time.Duration;

/**
 * How the loop spends its time.
 *
 * @param oldestFrame an older frame is not looked at: a newer one is on its way
 * @param unlockWithin how long after its capture a frame may open the door: by then somebody else may stand there. A look that took longer on a
 *     slow processor counts for nothing, and a grant whose audit row took longer is not carried out
 * @param idleAfter so long without a face and the loop watches only
 * @param watchInterval how often it looks while watching: five times a second finds a walker 3 m before the door and
 *     costs 2 % of a core
 * @param facesPerFrame how many faces are looked at closely in one frame; the others have their turn in the next ones. Bounds the
 *     frame's time
 * @param showDecision how long a decision stays on the screen at the door
 * @param onAuditFailure what happens to a grant that cannot be recorded
 */
public record LoopSettings(
        Duration oldestFrame,
        Duration unlockWithin,
        Duration idleAfter,
        Duration watchInterval,
        int facesPerFrame,
        Duration showDecision,
        OnAuditFailure onAuditFailure) {

    public static final LoopSettings DEFAULT = new LoopSettings(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofMillis(200),
            3,
            Duration.ofSeconds(3),
            OnAuditFailure.KEEP_SHUT);

    public LoopSettings {
        if (!oldestFrame.isPositive() || unlockWithin.compareTo(oldestFrame) < 0) {
            throw new IllegalArgumentException("loop settings need 0 < oldestFrame <= unlockWithin");
        }
        if (idleAfter.isNegative() || watchInterval.isNegative() || showDecision.isNegative()) {
            throw new IllegalArgumentException("idleAfter, watchInterval and showDecision must not be negative");
        }
        if (facesPerFrame < 1) {
            throw new IllegalArgumentException("facesPerFrame must be 1 or more, not " + facesPerFrame);
        }
    }

    /** Whether a frame can no longer unlock the door. */
    boolean isTooLateToUnlock(long capturedNanos, long now) {
        return now - capturedNanos > unlockWithin.toNanos();
    }
}
