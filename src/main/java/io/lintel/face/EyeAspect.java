package io.lintel.face;

/**
 * How far the eyes are open: eye aspect ratio, height over width, mean of both eyes (Soukupova and Cech 2016). About 0.25 to 0.3
 * open and half of that in a blink; differs from person to person, so only its change means something.
 */
public final class EyeAspect {

    /** Outer and inner corner, then two pairs of upper and lower lid. */
    private static final int[] RIGHT = {33, 133, 160, 144, 158, 153};

    private static final int[] LEFT = {263, 362, 387, 373, 385, 380};

    private EyeAspect() {}

    public static double of(FaceMesh mesh) {
        return (of(mesh, RIGHT) + of(mesh, LEFT)) / 2;
    }

    private static double of(FaceMesh mesh, int[] eye) {
        double width = distance(mesh, eye[0], eye[1]);
        double height = distance(mesh, eye[2], eye[3]) + distance(mesh, eye[4], eye[5]);
        return width > 0 ? height / (2 * width) : 0;
    }

    private static double distance(FaceMesh mesh, int a, int b) {
        return mesh.point(a).distanceTo(mesh.point(b));
    }
}
