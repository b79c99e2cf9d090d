package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;

class EyeAspectTest {

    /** Dalia blinks three times in her clip (fixtures' README: 0.26 open, 0.13 closed); the print of her never does. */
    @Test
    void theEyesOfTheLivingCloseAndThoseOfAPrintDoNot() {
        try (OnnxFaceAnalyzer analyzer = Pictures.analyzer(FaceSettings.live())) {
            List<Double> living = aspects(analyzer, "enrolled");

            assertThat(median(living)).isBetween(0.2, 0.35);
            assertThat(Collections.min(living)).isLessThan(0.65 * median(living));
        }
    }

    private static List<Double> aspects(OnnxFaceAnalyzer analyzer, String clip) {
        VideoCapture capture = new VideoCapture("config/demo/clips/" + clip + ".avi");
        List<Double> aspects = new ArrayList<>();
        Mat frame = new Mat();
        while (capture.read(frame)) {
            analyzer.find(frame).stream()
                    .filter(face -> Landmark.interOcular(face.mesh()) >= 40)
                    .map(face -> EyeAspect.of(face.mesh()))
                    .forEach(aspects::add);
        }
        return aspects;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
