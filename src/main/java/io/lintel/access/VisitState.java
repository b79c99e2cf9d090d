package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.face.Face;
import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit stands. Each state only says what a sample means; {@link Visit} alone moves between them. Times are nanoseconds of the
 * {@link io.lintel.system.MonotonicClock}. Not thread-safe.
 */
abstract sealed class VisitState
        permits CollectingState, ChallengedState, PinEntryState, GrantedState, DeniedState, KeptOutState, WaitingState {

    /** How long a face may take to be recognised again after an instruction or a PIN, nanoseconds. */
    static final long RECOGNISED_AGAIN = 5_000_000_000L;

    /** Whether something is still to be decided: evidence, an instruction, a PIN. */
    abstract boolean isDeciding();

    /** What the door screen shows meanwhile. @param quality of the last sample @param lastSampleNanos when that was */
    abstract DoorScreenMessage message(@Nullable FaceQuality quality, long lastSampleNanos);

    /** Called for each frame in which the face was found. */
    void sighted(Face face, long now) {}

    /** Whether evidence has to be collected anew from now on. */
    boolean hasEnded(long now) {
        return false;
    }

    /** Which tries fail here, where one does. */
    Wait.What tried() {
        return Wait.What.FACE;
    }

    /** Whether samples of the face are weighed: while something is to be decided, and where they may end a wait. */
    boolean isWatching() {
        return isDeciding();
    }

    /** Whether an answer about liveness would change anything. An answer that is not needed is not free: the face counts as one that was asked before. */
    boolean asksLiveness() {
        return isWatching();
    }

    /** Whether what the face has looked like since this state began ends it. */
    boolean isEndedBy(EvidenceSummary looks, long now) {
        return false;
    }

    /** Whether coming near ends this state. */
    boolean endsNearby() {
        return false;
    }

    /** What a sample means. @param summary all evidence with it; null when its picture was too poor to be compared */
    Verdict judge(@Nullable EvidenceSummary summary, long now) {
        return new Verdict.Undecided();
    }

    /** The face is gone. @return what that means, if something was asked of it; else null */
    Verdict.@Nullable Refuse left() {
        return null;
    }

    /** This state is over: nobody waits for what it asked for any more. */
    void close() {}
}
