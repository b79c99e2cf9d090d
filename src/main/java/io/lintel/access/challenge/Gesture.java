package io.lintel.access.challenge;

import io.lintel.face.BoundingBox;
import io.lintel.face.EyeAspect;
import io.lintel.face.Face;
import io.lintel.face.Landmark;

/**
 * What a challenge sees of a face in one frame.
 *
 * @param nanos when the frame was captured
 * @param yaw degrees, positive to the person's own left
 * @param eyes eye aspect ratio
 * @param eyeDistance pixels
 */
public record Gesture(long nanos, double yaw, double eyes, double eyeDistance, BoundingBox box) {

    public static Gesture of(Face face, long nanos) {
        return new Gesture(
                nanos, face.pose().yaw(), EyeAspect.of(face.mesh()), Landmark.interOcular(face.mesh()), face.box());
    }

    /** How far the face went since an earlier gesture, in its own widths a second. */
    double speedFrom(Gesture earlier) {
        double seconds = Math.max(1e-3, (nanos - earlier.nanos) / 1e9);
        double distance = Math.hypot(box.centreX() - earlier.box.centreX(), box.centreY() - earlier.box.centreY());
        return distance / Math.max(1, Math.max(box.width(), earlier.box.width())) / seconds;
    }

    double scalingFrom(Gesture earlier) {
        double scaling = Math.sqrt((box.area() + 1.0) / (earlier.box.area() + 1.0));
        return Math.max(scaling, 1 / scaling);
    }
}
