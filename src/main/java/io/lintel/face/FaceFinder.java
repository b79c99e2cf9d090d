package io.lintel.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * Finds the faces of a picture: the detector proposes, the landmark model confirms. When nothing is confirmed, the detector for
 * near faces has a look, and then parts of a large picture are searched closely. One thread at a time.
 */
final class FaceFinder implements AutoCloseable {

    /**
     * The second look is for faces that fill the picture: smaller ones are the first detector's, and what only the second
     * sees there is a monkey rather than a person. Share of the picture's shorter side.
     */
    private static final double NEAR = 0.25;

    /** Intersection over union of two meshes' bounds. */
    private static final float SAME_FACE = 0.5f;

    /** As MediaPipe's face graphs turn the region of a face that they follow. */
    private static final int RIGHT_EYE_OUTER_CORNER = 33;

    private static final int LEFT_EYE_OUTER_CORNER = 263;

    private final BlazeFaceDetector detector;
    private final AtFirstUse<BlazeFaceDetector> secondLook;
    private final Landmarker landmarker;
    private final FaceSettings settings;
    private int nextTile;

    FaceFinder(FaceModels models, FaceSettings settings) {
        this.settings = settings;
        detector = BlazeFaceDetector.fullRange(models.detector(), settings);
        secondLook = new AtFirstUse<>(() -> BlazeFaceDetector.shortRange(models.secondLookDetector(), settings));
        landmarker = new Landmarker(models.mesh(), settings.threads());
    }

    /** Opens the detector of the second look, too. */
    void openAll() {
        secondLook.get();
    }

    /** The largest first. */
    List<Face> find(Mat picture) {
        List<Face> faces = confirm(picture, detector.detect(picture));
        if (faces.isEmpty()) {
            faces = confirm(picture, nearFaces(picture));
        }
        if (faces.isEmpty()) {
            faces = searchClosely(picture);
        }
        return largestFirst(faces);
    }

    /**
     * The same face a moment later, without the detector.
     *
     * @param others faces of this picture that it must not have become
     * @return empty when the face is lost
     */
    Optional<Face> follow(Mat picture, Face face, List<Face> others) {
        FaceMesh before = face.mesh();
        Detection expected = new Detection(
                face.box(), face.score(), before.point(RIGHT_EYE_OUTER_CORNER), before.point(LEFT_EYE_OUTER_CORNER));
        return confirmed(picture, expected, others)
                .map(now -> new Face(
                        face.box().carriedBy(before.bounds(), now.mesh().bounds()),
                        now.score(),
                        now.mesh(),
                        now.pose()));
    }

    static List<Face> largestFirst(List<Face> faces) {
        return faces.stream()
                .sorted(Comparator.comparingDouble((Face face) -> face.box().area())
                        .reversed())
                .toList();
    }

    private List<Detection> nearFaces(Mat picture) {
        double least = NEAR * Math.min(picture.cols(), picture.rows());
        return secondLook.get().detect(picture).stream()
                .filter(detection -> detection.box().width() >= least)
                .toList();
    }

    private List<Face> confirm(Mat picture, List<Detection> detections) {
        List<Face> faces = new ArrayList<>();
        for (Detection detection : detections.subList(0, Math.min(settings.facesAtMost(), detections.size()))) {
            confirmed(picture, detection, faces).ifPresent(faces::add);
        }
        return faces;
    }

    private Optional<Face> confirmed(Mat picture, Detection detection, List<Face> others) {
        FaceMesh mesh = landmarker.mesh(picture, detection);
        return mesh.confidence() >= settings.meshConfidence() && isNew(mesh, others)
                ? Optional.of(new Face(detection.box(), detection.score(), mesh, HeadPoses.of(mesh)))
                : Optional.empty();
    }

    /** Two detections may overlap too little to be one for the detector, and yet lead the mesh to the same face. */
    private static boolean isNew(FaceMesh mesh, List<Face> faces) {
        return faces.stream().noneMatch(face -> face.mesh().bounds().iou(mesh.bounds()) >= SAME_FACE);
    }

    /** Goes on with the tile that last showed a face, so that somebody who comes nearer is followed. */
    private List<Face> searchClosely(Mat picture) {
        List<Square> tiles = Tiles.of(picture);
        int looks = Math.min(settings.tilesPerLook(), tiles.size());
        for (int i = 0; i < looks; i++) {
            int tile = nextTile % tiles.size();
            List<Face> faces = confirm(picture, detector.detect(picture, tiles.get(tile)));
            if (!faces.isEmpty()) {
                return faces;
            }
            nextTile = tile + 1;
        }
        return new ArrayList<>();
    }

    @Override
    public void close() {
        detector.close();
        secondLook.close(BlazeFaceDetector::close);
        landmarker.close();
    }
}
