package io.lintel.face;

/**
 * The 468 landmarks of one face. Immutable.
 *
 * @param xyz 468 triples: x and y in pixels of the frame, z in the same unit, smaller is nearer to the camera
 * @param confidence the landmark model's raw face flag; 5 and above is a face
 */
public record FaceMesh(float[] xyz, float confidence) {

    public static final int LANDMARKS = 468;

    public FaceMesh {
        if (xyz.length != 3 * LANDMARKS) {
            throw new IllegalArgumentException("a face mesh has 468 landmarks, not " + xyz.length / 3.0);
        }
    }

    public Point point(int landmark) {
        return new Point(xyz[3 * landmark], xyz[3 * landmark + 1]);
    }

    /** The smallest upright box around all landmarks. */
    public BoundingBox bounds() {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < xyz.length; i += 3) {
            left = Math.min(left, xyz[i]);
            right = Math.max(right, xyz[i]);
            top = Math.min(top, xyz[i + 1]);
            bottom = Math.max(bottom, xyz[i + 1]);
        }
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
