package io.lintel.access;

import io.lintel.access.evidence.EvidenceSummary;
import io.lintel.face.BoundingBox;
import io.lintel.face.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * One followed face of a frame, for a live picture.
 *
 * @param tally scores so far; null before the first good look
 * @param quality the last measurement; null before the first
 * @param metres about how far away it was then; 0 before the first
 */
public record FaceView(
        long trackId,
        BoundingBox box,
        DoorScreenMessage observation,
        @Nullable EvidenceSummary tally,
        @Nullable FaceQuality quality,
        double metres) {}
