package io.lintel.face;

/**
 * A face found in one frame and confirmed by the landmark model.
 *
 * @param box the detector's box
 * @param score the detector's score, 0 to 1
 */
public record Face(BoundingBox box, float score, FaceMesh mesh, HeadPose pose) {}
