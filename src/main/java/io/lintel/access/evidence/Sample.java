package io.lintel.access.evidence;

import io.lintel.face.Embedding;
import io.lintel.face.FaceQuality;
import io.lintel.face.LivenessScore;
import io.lintel.gallery.Identification;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one frame of good enough quality said about one face.
 *
 * @param sequence number of the frame
 * @param capturedNanos when the frame was captured, monotonic clock
 * @param identification the gallery's answer to this frame's embedding
 * @param liveness what one of the liveness models says; empty when it was not asked or no model gave an answer
 */
public record Sample(
        long sequence,
        long capturedNanos,
        Embedding embedding,
        Identification identification,
        FaceQuality quality,
        Optional<LivenessScore> liveness) {

    /** With the answer of an only liveness model. */
    public Sample(
            long sequence,
            long capturedNanos,
            Embedding embedding,
            Identification identification,
            FaceQuality quality,
            OptionalDouble liveness) {
        this(
                sequence,
                capturedNanos,
                embedding,
                identification,
                quality,
                liveness.isPresent() ? Optional.of(LivenessScore.single(liveness.getAsDouble())) : Optional.empty());
    }
}
