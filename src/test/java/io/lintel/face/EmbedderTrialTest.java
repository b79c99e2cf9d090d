package io.lintel.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ChannelOrder;
import io.lintel.model.Preprocessing;
import io.lintel.model.TestModels;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.onnx.ShortenedModel;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderTrialTest {

    private static final Preprocessing INPUT = new Preprocessing(112, 112, ChannelOrder.RGB, 127.5, 128);

    @TempDir
    Path folder;

    @Test
    void theEmbedderThatLintelComesWithPasses() {
        assertThat(EmbedderTrial.dimensionOf(
                        TestModels.installed("mobilefacenet").onnx(), INPUT))
                .isEqualTo(192);
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws Exception {
        assertRefused(new byte[] {1, 2, 3}, "is no ONNX model that ONNX Runtime can load");
    }

    @Test
    void aModelWithSeveralOutputsIsRefusedWithTheirNames() throws Exception {
        byte[] original =
                Files.readAllBytes(TestModels.installed("mobilefacenet").onnx());

        assertRefused(ShortenedModel.withBothOutputs(original, 64), "has 2 outputs: embeddings, short");
    }

    @Test
    void aModelOfAnotherSizeIsRefused() {
        Path face = TestModels.installed("mobilefacenet").onnx();

        assertThatThrownBy(() ->
                        EmbedderTrial.dimensionOf(face, new Preprocessing(160, 160, ChannelOrder.RGB, 127.5, 128)))
                .isInstanceOfSatisfying(LintelException.class, e -> {
                    assertThat(e).hasMessageContaining("not of 160 x 160 pixels");
                    assertThat(e.remedy()).contains("--size");
                });
    }

    @Test
    void inputsOfOtherShapesAreRefused() throws Exception {
        assertRefused(model("Flatten", 112, 112, 3), "[-1, 112, 112, 3], with the channels last");
        assertRefused(model("Flatten", 1, 112, 112), "not one picture of three channels");
        assertRefused(model("Identity", 112), "has an input of rank 2");
    }

    @Test
    void anOutputThatIsNoVectorIsRefused() throws Exception {
        OnnxGraph graph = new OnnxGraph("picture");
        graph.input("x", 3, 112, 112);
        graph.node("Relu", "y", List.of("x"));
        graph.output("y", 3, 112, 112);

        assertRefused(graph.toModel(), "has an output of rank 4");
    }

    @Test
    void aModelThatSeesNothingIsRefused() throws Exception {
        OnnxGraph graph = new OnnxGraph("blind");
        graph.input("x", 3, 112, 112);
        graph.node("GlobalAveragePool", "mean", List.of("x"));
        graph.node("Flatten", "flat", List.of("mean"));
        graph.node("Mul", "nothing", List.of("flat", graph.floats("zero", new float[] {0}, 1)));
        graph.node("Add", "y", List.of("nothing", graph.floats("bias", new float[] {1, 2, 3}, 3)));
        graph.output("y", 3);

        assertRefused(graph.toModel(), "gives the same embedding of two different pictures");
    }

    @Test
    void aModelOfZerosIsRefused() throws Exception {
        OnnxGraph graph = new OnnxGraph("zeros");
        graph.input("x", 3, 112, 112);
        graph.node("GlobalAveragePool", "mean", List.of("x"));
        graph.node("Flatten", "flat", List.of("mean"));
        graph.node("Mul", "y", List.of("flat", graph.floats("zero", new float[] {0}, 1)));
        graph.output("y", 3);

        assertRefused(graph.toModel(), "gives values that are not finite, or nothing but zeros");
    }

    private void assertRefused(byte[] onnx, String why) throws Exception {
        Path file = Files.write(folder.resolve("own.onnx"), onnx);

        assertThatThrownBy(() -> EmbedderTrial.dimensionOf(file, INPUT))
                .isInstanceOf(LintelException.class)
                .hasMessageContaining(why);
    }

    private static byte[] model(String operator, int... shape) {
        OnnxGraph graph = new OnnxGraph("model");
        graph.input("x", shape);
        graph.node(operator, "y", List.of("x"));
        int values = 1;
        for (int size : shape) {
            values *= size;
        }
        graph.output("y", values);
        return graph.toModel();
    }
}
