package io.lintel.face;

/**
 * Numbers of the mesh's landmarks that have a meaning here; right and left are the person's own. The numbering is that of
 * MediaPipe's canonical face model.
 */
public final class Landmark {

    public static final int RIGHT_EYE_OUTER = 33;
    public static final int RIGHT_EYE_INNER = 133;
    public static final int LEFT_EYE_INNER = 362;
    public static final int LEFT_EYE_OUTER = 263;
    public static final int NOSE_TIP = 1;
    public static final int NOSE_BASE = 2;
    public static final int MOUTH_RIGHT = 61;
    public static final int MOUTH_LEFT = 291;

    private Landmark() {}

    /** The middle of the right eye's corners. */
    public static Point rightEye(FaceMesh mesh) {
        return middle(mesh.point(RIGHT_EYE_OUTER), mesh.point(RIGHT_EYE_INNER));
    }

    /** The middle of the left eye's corners. */
    public static Point leftEye(FaceMesh mesh) {
        return middle(mesh.point(LEFT_EYE_INNER), mesh.point(LEFT_EYE_OUTER));
    }

    /** Inter-ocular distance (IOD): between the middles of the eyes, pixels of the frame. */
    public static float interOcular(FaceMesh mesh) {
        return rightEye(mesh).distanceTo(leftEye(mesh));
    }

    private static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }
}
