package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lintel.model.InstalledModel;
import io.lintel.model.ModelStore;
import io.lintel.model.TestModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** The detector of the second look and the liveness networks are opened when a picture needs them; a door opens them at once. */
class NetworksAtFirstUseTest {

    private static final Path GONE = Path.of("models/there-is-no-such.onnx");

    @Test
    void aNetworkThatNoPictureNeedsIsNotOpened() {
        try (OnnxFaceAnalyzer analyzer = new OnnxFaceAnalyzer(withoutTheFilesOfTheOthers(), FaceSettings.stills())) {
            Mat picture = Pictures.still("dalia/enrol");
            Face face = analyzer.find(picture).getFirst();

            assertThatExceptionOfType(ModelRunException.class)
                    .isThrownBy(() -> analyzer.liveness(picture, face))
                    .withMessageContaining("there-is-no-such");
            assertThatExceptionOfType(ModelRunException.class)
                    .isThrownBy(() -> analyzer.find(new Mat(480, 640, CvType.CV_8UC3)))
                    .withMessageContaining("there-is-no-such");
        }
    }

    @Test
    void aDoorThatCannotOpenANetworkKnowsItBeforeAnybodyComes() {
        FaceModels models = withoutTheFilesOfTheOthers();

        assertThatExceptionOfType(ModelRunException.class)
                .isThrownBy(() -> OnnxFaceAnalyzer.allOpen(models, FaceSettings.live()))
                .withMessageContaining("there-is-no-such");
    }

    @Test
    void aNetworkOpenedLateAnswersLikeOneOpenedAtOnce() {
        Mat picture = Pictures.still("dalia/enrol");
        try (OnnxFaceAnalyzer late = Pictures.analyzer(FaceSettings.stills());
                OnnxFaceAnalyzer atOnce = OnnxFaceAnalyzer.allOpen(
                        FaceModels.of(ModelStore.open(TestModels.folder())), FaceSettings.stills())) {
            Face face = late.find(picture).getFirst();

            assertThat(late.livenessByModel(picture, face))
                    .isNotEmpty()
                    .isEqualTo(atOnce.livenessByModel(picture, face));
        }
    }

    private static FaceModels withoutTheFilesOfTheOthers() {
        InstalledModel embedder = TestModels.installed("mobilefacenet");
        InstalledModel own = TestModels.installed("lintel_liveness");
        FaceModels whole = FaceModels.of(ModelStore.open(TestModels.folder()));
        return new FaceModels(
                whole.detector(),
                GONE,
                whole.mesh(),
                embedder,
                List.of(new InstalledModel(own.spec(), GONE, own.sha256())));
    }
}
