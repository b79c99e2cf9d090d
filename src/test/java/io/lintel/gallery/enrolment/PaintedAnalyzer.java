package io.lintel.gallery.enrolment;

import io.lintel.face.BoundingBox;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceMesh;
import io.lintel.face.FaceQuality;
import io.lintel.face.HeadPose;
import io.lintel.face.QualityFlaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Knows a picture by its colour, so that it knows a part of it, too. */
public final class PaintedAnalyzer implements FaceAnalyzer {

    /** What is before the camera. */
    public record Scene(
            int faces, Embedding person, float yaw, float interOcular, Set<QualityFlaw> flaws, double live) {
        public static Scene of(Embedding person, float yaw) {
            return new Scene(1, person, yaw, 60, Set.of(), 0.9);
        }
    }

    private final List<Scene> scenes = new ArrayList<>();
    private Scene aligned;
    public boolean closed;

    public synchronized Mat paint(Scene scene) {
        scenes.add(scene);
        int colour = scenes.size();
        return new Mat(240, 320, CvType.CV_8UC3, new Scalar(colour, colour, colour));
    }

    private synchronized Scene scene(Mat picture) {
        return scenes.get((int) picture.get(0, 0)[0] - 1);
    }

    @Override
    public List<Face> find(Mat picture) {
        Scene scene = scene(picture);
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < scene.faces; i++) {
            faces.add(new Face(
                    new BoundingBox(100 + i, 80, 60, 60),
                    0.9f,
                    new FaceMesh(new float[3 * FaceMesh.LANDMARKS], 9),
                    new HeadPose(scene.yaw, 0, 0)));
        }
        return faces;
    }

    @Override
    public FaceQuality assess(Mat picture, Face face) {
        Scene scene = scene(picture);
        return new FaceQuality(scene.interOcular, 300, 120, 50, new HeadPose(scene.yaw, 0, 0), scene.flaws);
    }

    @Override
    public OptionalDouble liveness(Mat picture, Face face) {
        return OptionalDouble.of(scene(picture).live);
    }

    @Override
    public void align(Mat picture, Face face, Mat chip) {
        aligned = scene(picture);
        picture.copyTo(chip);
    }

    @Override
    public Embedding embed(Mat chip) {
        return aligned.person;
    }

    @Override
    public String modelIds() {
        return "painted";
    }

    @Override
    public void close() {
        closed = true;
    }
}
