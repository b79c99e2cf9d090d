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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Sees in a picture what the test has said is in it. */
final class FakeAnalyzer implements FaceAnalyzer {

    private record Scene(int faces, Embedding person, FaceQuality quality) {}

    private final Map<Long, Scene> scenes = new HashMap<>();
    private Embedding aligned = Embedding.of(new float[] {1});
    int embedded;

    /** A picture with so many faces, the first of them this one. */
    Mat picture(int faces, Embedding person, float interOcular, Set<QualityFlaw> flaws) {
        Mat picture = new Mat(112, 112, CvType.CV_8UC3, new Scalar(90, 120, 150));
        scenes.put(
                picture.nativeObj,
                new Scene(faces, person, new FaceQuality(interOcular, 300, 120, 50, new HeadPose(0, 0, 0), flaws)));
        return picture;
    }

    @Override
    public List<Face> find(Mat picture) {
        List<Face> faces = new ArrayList<>();
        Scene scene = scenes.get(picture.nativeObj);
        if (scene == null) { // a picture that no test has painted, such as one turned upside down: nobody is in it
            return faces;
        }
        for (int i = 0; i < scene.faces; i++) {
            faces.add(new Face(
                    new BoundingBox(i, 0, 50, 50),
                    0.9f,
                    new FaceMesh(new float[3 * FaceMesh.LANDMARKS], 9),
                    new HeadPose(0, 0, 0)));
        }
        return faces;
    }

    @Override
    public FaceQuality assess(Mat picture, Face face) {
        return scenes.get(picture.nativeObj).quality;
    }

    @Override
    public OptionalDouble liveness(Mat picture, Face face) {
        return OptionalDouble.empty();
    }

    @Override
    public void align(Mat picture, Face face, Mat chip) {
        aligned = scenes.get(picture.nativeObj).person;
        picture.copyTo(chip);
    }

    @Override
    public Embedding embed(Mat chip) {
        embedded++;
        return aligned;
    }

    @Override
    public String modelIds() {
        return "fake";
    }

    @Override
    public void close() {}
}
