package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.lintel.model.TestModels;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoModelIsAProblemWithARemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.onnx"), "this is no model");

        assertThatExceptionOfType(ModelRunException.class)
                .isThrownBy(() -> OnnxModel.open(file))
                .withMessageContaining("broken.onnx")
                .satisfies(problem -> assertThat(problem.remedy()).contains("lintel models fetch"));
    }

    @Test
    void aMissingFileIsAProblemWithARemedy() {
        assertThatExceptionOfType(ModelRunException.class)
                .isThrownBy(() -> OnnxModel.open(folder.resolve("missing.onnx")))
                .satisfies(problem -> assertThat(problem.remedy()).contains("lintel models check"));
    }

    @Test
    void anOutputThatDoesNotExistIsNamedTogetherWithThoseThatDo() {
        try (OnnxModel model =
                OnnxModel.open(TestModels.installed("mobilefacenet").onnx())) {
            assertThatExceptionOfType(ModelRunException.class)
                    .isThrownBy(() -> model.output("nonsense"))
                    .withMessageContaining("nonsense")
                    .withMessageContaining("embeddings");
        }
    }

    @Test
    void aModelWithSeveralOutputsHasNoSingleOne() {
        try (OnnxModel model =
                OnnxModel.open(TestModels.installed("face_landmark").onnx())) {
            assertThatExceptionOfType(ModelRunException.class).isThrownBy(model::output);
        }
    }

    @Test
    void twoOfOneFileShareTheNetworkButNotTheBuffersAndEitherMayGoFirst() {
        Path file = TestModels.installed("mobilefacenet").onnx();
        OnnxModel one = OnnxModel.open(file);
        try (OnnxModel other = OnnxModel.open(file)) {
            other.run();
            float[] ofZeros = values(other);
            one.input().asFloatBuffer().put(0, 1);
            one.run();
            assertThat(values(one)).isNotEqualTo(ofZeros);
            assertThat(values(other)).isEqualTo(ofZeros);
            one.close();
            other.run();
            assertThat(values(other)).isEqualTo(ofZeros);
        }
        try (OnnxModel again = OnnxModel.open(file)) {
            again.run();
            assertThat(values(again)).hasSize(192);
        }
    }

    @Test
    void eachRunSeesWhatTheReusedInputHoldsThen() {
        try (OnnxModel model =
                OnnxModel.open(TestModels.installed("mobilefacenet").onnx())) {
            FloatBuffer input = model.input().asFloatBuffer();
            model.run();
            float[] ofZeros = values(model);
            for (int i = 0; i < input.capacity(); i++) {
                input.put(i, (i * 7919L % 256) / 127.5f - 1);
            }
            model.run();

            assertThat(model.size()).isEqualTo(112);
            assertThat(values(model)).isNotEqualTo(ofZeros).hasSize(192);
            // the first values that models/golden.json pins for this input
            assertThat(values(model)[0]).isCloseTo(-0.1276f, within(1e-3f));
            assertThat(values(model)[1]).isCloseTo(0.7871f, within(1e-3f));
        }
    }

    private static float[] values(OnnxModel model) {
        float[] values = new float[model.output().capacity()];
        model.output().get(0, values);
        return values;
    }
}
