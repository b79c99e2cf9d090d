package io.lintel.access.evidence;

import io.lintel.face.Embedding;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.Identification;
import java.util.OptionalDouble;

/**
 * What one frame of good enough quality said about one face.
 *
 * @param sequence number of the frame
 * @param capturedNanos when the frame was captured, monotonic clock
 * @param identification the gallery's answer to this frame's embedding
 * @param liveness probability that the face is live, 0 to 1; empty when it was not asked or no model gave an answer
 */
public record Look(
        long sequence,
        long capturedNanos,
        Embedding embedding,
        Identification identification,
        FaceQuality quality,
        OptionalDouble liveness) {}
