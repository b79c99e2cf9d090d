package io.lintel.face;

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
    };

    private final int size;

    FaceTemplate(int size) {
        this.size = size;
    }

    /** Width and height of the aligned face, pixels. */
    int size() {
        return size;
    }

    abstract Point[] points(FaceMesh mesh);

    abstract Point[] targets();
}
