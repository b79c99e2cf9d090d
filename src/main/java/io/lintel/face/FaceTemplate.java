package io.lintel.face;

import java.util.Arrays;

/** Where an embedder wants which parts of a face to lie. */
enum FaceTemplate {

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

    FaceTemplate(int size) {
        this.size = size;
    }

    /** The template of an embedder, which its input size tells. @throws IllegalArgumentException if no template has it */
    static FaceTemplate ofSize(int size) {
        return Arrays.stream(values())
                .filter(template -> template.size == size)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no face template is " + size + " pixels wide"));
    }

    /** A place of dlib's mean face, whose unit square is padded by a quarter on each side. */
    private static Point inChip(double x, double y) {
        return new Point((float) ((x + 0.25) / 1.5 * 150), (float) ((y + 0.25) / 1.5 * 150));
    }

    /** Width and height of the aligned face, pixels. */
    int size() {
        return size;
    }

    abstract Point[] points(FaceMesh mesh);

    abstract Point[] targets();
}
