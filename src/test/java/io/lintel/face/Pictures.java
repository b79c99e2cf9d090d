package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import io.lintel.system.NativeLibraries;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The demo's invented people, and what one can do to a picture of them. */
public final class Pictures {

    public static final Path PEOPLE = Path.of("config/demo/people");

    private Pictures() {}

    /** An analyzer with the real models; skips the test where they are not in place. */
    public static OnnxFaceAnalyzer analyzer(FaceSettings settings) {
        for (String id : new String[] {
            "face_detection_full_range", "face_detection_short_range", "face_landmark", "mobilefacenet"
        }) {
            TestModels.installed(id);
        }
        return new OnnxFaceAnalyzer(FaceModels.of(ModelStore.open(TestModels.folder())), settings);
    }

    /** For example {@code still("dalia/left30")}. */
    public static Mat still(String shot) {
        NativeLibraries.loadOpenCv();
        Mat picture = Imgcodecs.imread(PEOPLE.resolve(shot + ".jpg").toString());
        assertThat(picture.empty()).as("missing still %s", shot).isFalse();
        return picture;
    }

    static Mat resized(Mat picture, double factor) {
        Mat result = new Mat();
        Imgproc.resize(picture, result, new Size(), factor, factor, Imgproc.INTER_AREA);
        return result;
    }

    /** Lays a picture on a grey one. */
    static Mat onGrey(Mat picture, int width, int height, int x, int y) {
        Mat canvas = new Mat(height, width, picture.type(), new Scalar(120, 120, 120));
        picture.copyTo(canvas.submat(new Rect(x, y, picture.cols(), picture.rows())));
        return canvas;
    }
}
