package io.lintel.access.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.camera.PictureOrientation;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import io.lintel.system.NativeLibraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** W1: a camera that is mounted on its side finds no faces, and nothing said so. */
class LyingFacesTest {

    private static OnnxFaceAnalyzer analyzer;

    private final List<Integer> told = new ArrayList<>();
    private final LyingFaces lying = new LyingFaces(told::add);
    private long now = Duration.ofHours(1).toNanos();

    @BeforeAll
    static void load() {
        NativeLibraries.loadOpenCv();
        TestModels.installed("mobilefacenet");
        ModelStore store = ModelStore.open(TestModels.folder());
        analyzer = new OnnxFaceAnalyzer(FaceModels.of(store), FaceSettings.live());
    }

    @AfterAll
    static void free() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    private static Mat still() {
        return Imgcodecs.imread("config/demo/people/dalia/enrol.jpg");
    }

    /** A still of the demo as a camera sees it that has to be turned by so many degrees. */
    private static Mat asSeenBy(int rotate) {
        Mat turned = new Mat();
        new PictureOrientation((360 - rotate) % 360, false).turn(still(), turned);
        return turned;
    }

    /** As many pictures as an idle loop looks at, five a second. */
    private void shown(Mat picture, int seconds) {
        for (int i = 0; i < 5 * seconds; i++) {
            now += Duration.ofMillis(200).toNanos();
            lying.look(analyzer, picture, analyzer.find(picture), now);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void facesThatLieAreNoticedWithTheTurnThatRightsThem(int rotate) {
        shown(asSeenBy(rotate), 20);

        assertThat(lying.suggestion()).isEqualTo(rotate);
        assertThat(told).containsExactly(rotate);
    }

    @Test
    void uprightFacesSuggestNothingAndTakeASuggestionBack() {
        shown(asSeenBy(90), 20);
        shown(still(), 1);

        assertThat(lying.suggestion()).isZero();
        assertThat(told).containsExactly(90, 0);
    }

    @Test
    void anEmptyDoorwaySuggestsNothing() {
        shown(new Mat(480, 640, CvType.CV_8UC3, Scalar.all(120)), 30);

        assertThat(told).isEmpty();
    }
}
