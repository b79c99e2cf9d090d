package io.lintel.access;

import io.lintel.access.evidence.LivenessPolicy;
import io.lintel.access.evidence.Tally;
import io.lintel.face.FaceQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every intermediate product that a decision rests on, so that it can be questioned later. Immutable.
 *
 * @param trackId track that was decided about
 * @param attempt which try of this face it was, from 1
 * @param frameSequence number of the frame that completed the evidence
 * @param frameAgeMillis age of that frame when the decision was made
 * @param sinceFirstFaceMillis from the first sighting of the track to that frame
 * @param tally scores, votes, threshold in force, liveness; null when no look was good enough
 * @param requiredMargin lead over the runner-up that was asked for
 * @param liveness rule in force
 * @param quality the last measurement of the face; null when there was none
 * @param modelIds the models in use
 * @param proofs what was asked for beyond the face, and how it went: a challenge's row, the PIN
 */
public record Explanation(
        long trackId,
        int attempt,
        long frameSequence,
        long frameAgeMillis,
        long sinceFirstFaceMillis,
        @Nullable Tally tally,
        double requiredMargin,
        LivenessPolicy liveness,
        @Nullable FaceQuality quality,
        String modelIds,
        List<String> proofs) {

    public Explanation {
        proofs = List.copyOf(proofs);
    }

    /** One that rests on the face alone. */
    public Explanation(
            long trackId,
            int attempt,
            long frameSequence,
            long frameAgeMillis,
            long sinceFirstFaceMillis,
            @Nullable Tally tally,
            double requiredMargin,
            LivenessPolicy liveness,
            @Nullable FaceQuality quality,
            String modelIds) {
        this(
                trackId,
                attempt,
                frameSequence,
                frameAgeMillis,
                sinceFirstFaceMillis,
                tally,
                requiredMargin,
                liveness,
                quality,
                modelIds,
                List.of());
    }

    /** The same as flat keys and values, in reading order. */
    public ExplanationFields fields() {
        return ExplanationFields.of(this);
    }
}
