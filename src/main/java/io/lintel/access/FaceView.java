package io.lintel.access;

import io.lintel.access.evidence.Tally;
import io.lintel.face.BoundingBox;
import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * One followed face of a frame, for a live picture.
 *
 * @param tally scores so far; null before the first good look
 * @param quality the last measurement; null before the first
 */
public record FaceView(
        long trackId,
        BoundingBox box,
        Observation observation,
        @Nullable Tally tally,
        @Nullable FaceQuality quality) {}
