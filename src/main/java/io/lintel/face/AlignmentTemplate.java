package io.lintel.face;

import io.lintel.model.FaceAlignment;
import java.util.Arrays;

/** Where an embedder wants which parts of a face to lie. */
enum AlignmentTemplate {

    /** The usual ArcFace template at 112 pixels: eye centres, nose tip, mouth corners. */
    ARCFACE(112) {
        private static final Point[] TARGETS = {
            new Point(38.2946f, 51.6963f),
            new Point(73.5318f, 51.5014f),
            new Point(56.0252f, 71.7366f),
            new Point(41.5493f, 92.3655f),
            new Point(70.7299f, 92.2041f)
        };

        @Override
        Point[] points(FaceMesh mesh) {
            return new Point[] {
                Landmark.rightEye(mesh),
                Landmark.leftEye(mesh),
                mesh.point(Landmark.NOSE_TIP),
                mesh.point(Landmark.MOUTH_RIGHT),
                mesh.point(Landmark.MOUTH_LEFT)
            };
        }

        @Override
        Point[] targets() {
            return TARGETS;
        }
    },

    /** dlib's face chip at 150 pixels, 0.25 padding: both corners of each eye, and where the nose meets the lip. */
    DLIB(150) {
        private static final Point[] TARGETS = {
            inChip(0.8595674595992, 0.2134981538014),
            inChip(0.6460604764104, 0.2289674387677),
            inChip(0.1205750620789, 0.2137274526848),
            inChip(0.3340850613712, 0.2290642403242),
            inChip(0.4901123135679, 0.6277975316475)
        };

        @Override
        Point[] points(FaceMesh mesh) {
            return new Point[] {
                mesh.point(Landmark.LEFT_EYE_OUTER),
                mesh.point(Landmark.LEFT_EYE_INNER),
                mesh.point(Landmark.RIGHT_EYE_OUTER),
                mesh.point(Landmark.RIGHT_EYE_INNER),
                mesh.point(Landmark.NOSE_BASE)
            };
        }

        @Override
        Point[] targets() {
            return TARGETS;
        }
    };

    private final int size;

    AlignmentTemplate(int size) {
        this.size = size;
    }

    /** The template that an embedder was trained on. */
    static AlignmentTemplate of(FaceAlignment alignment) {
        return switch (alignment) {
            case ARCFACE -> ARCFACE;
            case DLIB -> DLIB;
        };
    }

    /** A place of dlib's mean face, whose unit square is padded by a quarter on each side. */
    private static Point inChip(double x, double y) {
        return new Point((float) ((x + 0.25) / 1.5 * 150), (float) ((y + 0.25) / 1.5 * 150));
    }

    /** Width and height of the aligned face as published, pixels. */
    int size() {
        return size;
    }

    /** The targets in an aligned face of that width and height, pixels. */
    Point[] targets(int width) {
        float scale = (float) width / size;
        return Arrays.stream(targets())
                .map(point -> new Point(point.x() * scale, point.y() * scale))
                .toArray(Point[]::new);
    }

    abstract Point[] points(FaceMesh mesh);

    abstract Point[] targets();
}
