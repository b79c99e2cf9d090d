package io.lintel.access;

import io.lintel.face.BoundingBox;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceMesh;
import io.lintel.face.FaceQuality;
import io.lintel.face.HeadPose;
import io.lintel.face.QualityFlaw;
import java.util.EnumSet;
import java.util.Set;

/** Invented faces. */
public final class Faces {

    /** One direction a person, one a stranger's own look, the rest noise. */
    public static final int DIMENSION = 64;

    public static final HeadPose STRAIGHT = new HeadPose(0, 0, 0);

    private Faces() {}

    public static Face at(float x, float y, float size) {
        return new Face(
                new BoundingBox(x, y, size, size), 0.9f, new FaceMesh(new float[3 * FaceMesh.LANDMARKS], 20), STRAIGHT);
    }

    /** One whose landmarks show so wide open eyes and so far turned a head. */
    public static Face moving(float x, float y, float size, double yaw, double eyes) {
        float[] xyz = new float[3 * FaceMesh.LANDMARKS];
        eye(xyz, new int[] {33, 133, 160, 144, 158, 153}, x + 0.3f * size, y + 0.4f * size, 0.15f * size, eyes);
        eye(xyz, new int[] {263, 362, 387, 373, 385, 380}, x + 0.7f * size, y + 0.4f * size, -0.15f * size, eyes);
        return new Face(
                new BoundingBox(x, y, size, size), 0.9f, new FaceMesh(xyz, 20), new HeadPose((float) yaw, 0, 0));
    }

    /** @param points outer and inner corner, then two pairs of upper and lower lid */
    private static void eye(float[] xyz, int[] points, float x, float y, float width, double open) {
        float half = (float) (Math.abs(width) * open / 2);
        float[][] places = {
            {x - width / 2, y}, {x + width / 2, y}, {x, y - half}, {x, y + half}, {x, y - half}, {x, y + half}
        };
        for (int i = 0; i < points.length; i++) {
            xyz[3 * points[i]] = places[i][0];
            xyz[3 * points[i] + 1] = places[i][1];
        }
    }

    public static FaceQuality good() {
        return quality(60);
    }

    public static FaceQuality quality(float interOcular, QualityFlaw... flaws) {
        Set<QualityFlaw> set = EnumSet.noneOf(QualityFlaw.class);
        set.addAll(Set.of(flaws));
        return new FaceQuality(interOcular, 200, 120, 40, STRAIGHT, set);
    }

    /** The unit vector along one axis. */
    public static Embedding axis(int axis) {
        float[] values = new float[DIMENSION];
        values[axis] = 1;
        return Embedding.of(values);
    }

    /** A face with this cosine to one axis, the rest along another. */
    public static Embedding mix(int axis, double cosine, int otherAxis) {
        float[] values = new float[DIMENSION];
        values[axis] = (float) cosine;
        values[otherAxis] += (float) Math.sqrt(1 - cosine * cosine);
        return Embedding.of(values);
    }
}
