package io.lintel.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lintel.model.Onnx;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the graph writes, ONNX Runtime reads. */
class OnnxGraphTest {

    private final OnnxGraph graph = new OnnxGraph("test");

    @Test
    void runsForABatchOfAnySize() throws Exception {
        String x = graph.input("x", 2);
        graph.output(graph.node("Mul", "y", List.of(x, graph.floats("factors", new float[] {2, -3}, 2))), 2);
        byte[] model = graph.toModel();

        assertThat(Onnx.run(model, new float[] {1, 1}, 1, 2).get("y").values()).containsExactly(2, -3);
        assertThat(Onnx.run(model, new float[] {1, 1, 2, 4}, 2, 2).get("y").values())
                .containsExactly(2, -3, 4, -12);
    }

    @Test
    void carriesEachKindOfAttribute() throws Exception {
        String x = graph.input("x", 1, 1, 2);
        String wide = graph.node(
                "Resize",
                "wide",
                List.of(x, "", graph.floats("scales", new float[] {1, 1, 1, 2}, 4)),
                Attribute.of("mode", "nearest"),
                Attribute.of("coordinate_transformation_mode", "asymmetric"));
        String flat = graph.node("Flatten", "flat", List.of(wide), Attribute.of("axis", 1));
        graph.output(graph.node("Transpose", "y", List.of(flat), Attribute.list("perm", 1, 0)), 1);

        Onnx.Result y =
                Onnx.run(graph.toModel(), new float[] {5, 7}, 1, 1, 1, 2).get("y");

        assertThat(y.shape()).containsExactly(4, 1);
        assertThat(y.values()).containsExactly(5, 5, 7, 7);
    }

    @Test
    void aParametricReluWeighsWhatIsBelowZero() throws Exception {
        String x = graph.input("x", 3, 1, 2);
        graph.output(new Layers(graph).prelu("y", x, new float[] {0.25f, -2f, 3f}), 3, 1, 2);

        float[] y = Onnx.run(graph.toModel(), new float[] {1.7f, -1.7f, 0.3f, -0.3f, 5f, -5f}, 1, 3, 1, 2)
                .get("y")
                .values();

        assertThat(y).containsExactly(new float[] {1.7f, -1.7f * 0.25f, 0.3f, -0.3f * -2f, 5f, -15f}, within(1e-6f));
    }

    @Test
    void theSameCallsGiveTheSameBytes() {
        assertThat(small()).isEqualTo(small());
    }

    @Test
    void aNodeReadsOnlyWhatIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.node("Relu", "y", List.of("x")))
                .withMessageContaining("y reads x");
    }

    @Test
    void noNameIsGivenTwice() {
        String x = graph.input("x", 1);

        assertThatIllegalArgumentException().isThrownBy(() -> graph.node("Relu", "x", List.of(x)));
        assertThatIllegalArgumentException().isThrownBy(() -> graph.longs("x", 1));
    }

    @Test
    void aConstantHasAsManyNumbersAsItsShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> graph.floats("c", new float[3], 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Kernel(new float[9], new float[2], 1, 1, 3, 3, 1));
    }

    private static byte[] small() {
        OnnxGraph small = new OnnxGraph("small");
        small.output(new Layers(small).relu("y", small.input("x", 4)), 4);
        return small.toModel();
    }
}
