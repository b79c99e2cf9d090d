package io.lintel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue that the project ships, and what a catalogue must be. */
class ModelCatalogTest {

    private final ModelCatalog shipped = ModelCatalog.read(Path.of("models"));

    @Test
    void everySingleRoleHasExactlyOneDefaultModel() {
        for (ModelRole role : List.of(
                ModelRole.FACE_DETECTOR, ModelRole.SECOND_LOOK_DETECTOR, ModelRole.FACE_MESH, ModelRole.EMBEDDER)) {
            assertThat(shipped.defaults(role)).as(role.key()).hasSize(1);
            assertThat(shipped.defaults(role).getFirst().need()).isEqualTo(Requirement.REQUIRED);
        }
    }

    @Test
    void theLivenessPairIsRecommendedWithTheConsequencesOfItsAbsence() {
        assertThat(shipped.defaults(ModelRole.LIVENESS))
                .filteredOn(model -> !model.isShipped())
                .hasSize(2)
                .allSatisfy(model -> {
                    assertThat(model.need()).isEqualTo(Requirement.RECOMMENDED);
                    assertThat(model.without())
                            .isEqualTo("liveness rests on Lintel's own network alone, which errs more often");
                    assertThat(model.input().channels()).isEqualTo(ChannelOrder.BGR);
                });
        assertThat(liveness("minifasnet_v2_2.7").cropScale()).isEqualTo(2.7);
        assertThat(liveness("minifasnet_v1se_4.0").cropScale()).isEqualTo(4.0);
    }

    private LivenessSpec liveness(String id) {
        return shipped.model(id).liveness().orElseThrow();
    }

    @Test
    void lintelsOwnLivenessNetworkLiesInTheRepositoryWithItsCard() throws Exception {
        ModelSpec own = shipped.model("lintel_liveness");

        assertThat(own.isShipped()).isTrue();
        assertThat(own.licence()).isEqualTo("Apache-2.0");
        assertThat(own.onnxFile()).isEqualTo("shipped/lintel_liveness.onnx");
        assertThat(Path.of("models", own.onnxFile())).hasSize(own.source().bytes());
        assertThat(own.source().bytes()).isLessThan(1_000_000);
        assertThat(ModelStore.open(Path.of("models")).check(own)).isEqualTo(ModelStore.State.PRESENT);
        assertThat(Path.of("models/shipped/lintel_liveness.md")).isNotEmptyFile();
        assertThat(own.input()).isEqualTo(new Preprocessing(80, 80, ChannelOrder.BGR, 127.5, 63.75));
        assertThat(liveness("lintel_liveness").cropScale()).isEqualTo(2.7);
    }

    @Test
    void everyLivenessNetworkSaysWhatItsScoresAreWorth() {
        assertThat(shipped.defaults(ModelRole.LIVENESS)).allSatisfy(model -> {
            List<LivenessSpec.Point> points = liveness(model.id()).calibration();
            assertThat(points).hasSizeGreaterThanOrEqualTo(2);
            assertThat(points.getFirst().logLikelihoodRatio()).isNegative();
            assertThat(points.getLast().logLikelihoodRatio()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'score': 0.5, 'llr': 1}]|a calibration needs at least two points",
                "[{'score': 0.5, 'llr': 0}, {'score': 0.5, 'llr': 1}]|the scores must rise; 0.5 does not",
                "[{'score': 0.5, 'llr': 0}, {'score': 1.5, 'llr': 1}]|a score must lie in 0 to 1, not 1.5",
                "[{'score': 0.5, 'llr': 0}, {'score': 0.6, 'llr': -1}]|the log-likelihood ratios must not fall; that of score 0.6 does",
                "[{'score': 0.5, 'llr': -4}, {'score': 0.6, 'llr': 1}]|a log-likelihood ratio must lie in -3.0 to 3.0, not -4.0",
                "[{'score': 0.5}, {'score': 0.6, 'llr': -1}]|llr is missing",
                "7|must be a list",
            })
    void aWrongCalibrationIsNamedWithItsModel(String points, String problem) throws Exception {
        String json = Files.readString(Path.of("models/catalog.json"));
        int own = json.indexOf("\"id\": \"lintel_liveness\"");
        int start = json.indexOf('[', json.indexOf("score-to-log-likelihood-ratio", own));
        int end = json.indexOf(']', start) + 1;
        String wrong = json.substring(0, start) + points.replace('\'', '"') + json.substring(end);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(wrong))
                .withMessageStartingWith("lintel_liveness.liveness")
                .withMessageEndingWith(problem);
    }

    @Test
    void aLivenessModelWithoutItsNumbersIsRefused() throws Exception {
        String json = Files.readString(Path.of("models/catalog.json"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(json.replaceFirst("\"liveness\": \\{", "\"other\": {")))
                .withMessage("lintel_liveness: liveness is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(
                        json.replace("\"from\": [\"shipped\"]", "\"from\": [\"shipped\", \"shipped\"]")))
                .withMessageStartingWith("lintel_liveness.source: a shipped file has no other source");
    }

    @Test
    void theOptionalModelsAreFetchedOnlyWhenNamed() {
        for (String id : List.of("dlib_face_recognition_resnet_v1", "sface_2021dec", "yunet_s_dynamic")) {
            assertThat(shipped.model(id).need()).as(id).isEqualTo(Requirement.ON_REQUEST);
        }
    }

    @Test
    void everyModelHasASourceAndAnOnnxSourceIsTakenAsItIs() {
        assertThat(shipped.models()).hasSize(10).allSatisfy(model -> {
            assertThat(model.source().from()).isNotEmpty();
            if (model.source().format() == SourceFormat.ONNX) {
                assertThat(model.onnxSha256()).isEqualTo(model.source().sha256());
            }
        });
    }

    @Test
    void theByteRangeOfAPackedFileIsAsLongAsTheModel() {
        assertThat(shipped.models())
                .flatMap(model -> model.source().from().stream()
                        .filter(ModelSource.NpmFile.class::isInstance)
                        .map(ModelSource.NpmFile.class::cast)
                        .filter(npm -> npm.range() != null)
                        .map(npm -> npm.range().length() == model.source().bytes())
                        .toList())
                .containsExactly(true);
    }

    @Test
    void theEmbeddersScoresAreTheMeasuredOnes() {
        EmbeddingSpec embedding =
                shipped.defaults(ModelRole.EMBEDDER).getFirst().embedding().orElseThrow();
        assertThat(embedding.dimension()).isEqualTo(192);
        assertThat(embedding.profile().lowestThreshold()).isEqualTo(0.65);
        assertThat(embedding.profile().scores().points())
                .extracting(ScoreTable.Point::score)
                .containsExactly(0.454, 0.532, 0.593, 0.647);
    }

    @Test
    void anEmbedderThatNobodyMeasuredHasNoScoreTable() {
        assertThat(shipped.model("sface_2021dec").embedding().orElseThrow().profile())
                .isNull();
    }

    @Test
    void theNpmVersionsAreThoseOfTheLockFile() throws Exception {
        String lock = Files.readString(Path.of("models/npm/package-lock.json"));
        assertThat(lock).doesNotContain("resolved", "http");
        for (ModelSpec model : shipped.models()) {
            for (ModelSource source : model.source().from()) {
                if (source instanceof ModelSource.NpmFile npm) {
                    assertThat(lock)
                            .containsPattern("\"node_modules/" + npm.npmPackage() + "\": \\{\\s*\"version\": \""
                                    + npm.version() + "\"");
                }
            }
        }
    }

    @Test
    void aModelThatDoesNotExistIsAnsweredWithThoseThatDo() {
        assertThatThrownBy(() -> shipped.model("facenet"))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("mobilefacenet", "sface_2021dec"));
    }

    @Test
    void aFolderWithoutCatalogueIsAnsweredWithTheSetting(@TempDir Path folder) {
        assertThatThrownBy(() -> ModelCatalog.read(folder))
                .isInstanceOfSatisfying(
                        LintelException.class, e -> assertThat(e.remedy()).contains("lintel.models.folder"));
    }

    @Test
    void aWrongFieldIsNamedWithItsModel() throws Exception {
        String json = Files.readString(Path.of("models/catalog.json"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(json.replace("\"role\": \"face-mesh\"", "\"role\": \"mesh\"")))
                .withMessageStartingWith("face_landmark.role: is mesh, must be one of face-detector");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(json.replace("\"bytes\": 1083984,", "")))
                .withMessage("face_detection_full_range.source: bytes is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.read(json.replace("https://raw", "http://raw")))
                .withMessageEndingWith("must be an https address");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CatalogReader.read(json.replace("\"id\": \"mobilefacenet\"", "\"id\": \"../mobilefacenet\"")));
        assertThatIllegalArgumentException().isThrownBy(() -> CatalogReader.read("{"));
    }
}
