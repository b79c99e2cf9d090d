package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.face.FaceQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every intermediate product that a decision rests on, so that it can be questioned later. Immutable.
 *
 * @param trackId track that was decided about
 * @param attempt which try of this face it was, from 1
 * @param timing the frame that completed the evidence
 * @param tally scores, votes, threshold in force, liveness; null when no sample was good enough
 * @param quality the last measurement of the face; null when there was none
 * @param metres about how far from the camera the face was then; 0 when there was no measurement
 * @param rules what was required of the evidence
 * @param imposedWait what the decision makes the face wait for, or why it has to wait; null when it need not
 * @param proofs what was asked for beyond the face, and how it went: a challenge's instructions, the PIN
 */
public record Explanation(
        long trackId,
        int attempt,
        Timing timing,
        @Nullable EvidenceSummary tally,
        @Nullable FaceQuality quality,
        double metres,
        Rules rules,
        @Nullable Wait imposedWait,
        List<String> proofs) {

    public Explanation {
        proofs = List.copyOf(proofs);
    }

    /** The same as flat keys and values, in reading order. */
    public ExplanationFields fields() {
        return ExplanationFields.of(this);
    }

    /**
     * When it was decided.
     *
     * @param frameSequence number of the frame that completed the evidence
     * @param frameAgeMillis age of that frame when the decision was made
     * @param sinceFirstFaceMillis from the first sighting of the track to that frame
     */
    public record Timing(long frameSequence, long frameAgeMillis, long sinceFirstFaceMillis) {}

    /**
     * What was required.
     *
     * @param margin lead over the runner-up that was asked for
     * @param liveness rule in force
     * @param modelIds the models in use
     */
    public record Rules(double margin, LivenessPolicy liveness, String modelIds) {}
}
