package io.lintel.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.lintel.model.Onnx;
import io.lintel.property.Generator;
import io.lintel.property.Property;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A padded network calculates what it calculated before, whatever its channels. */
class PaddedChannelsTest {

    private static final int SIZE = 8;

    private final OnnxGraph graph = new OnnxGraph("test");
    private final Layers layers = new Layers(graph);

    @Property(tries = 100)
    void aPaddedNetworkCalculatesTheSame(Generator any) throws OrtException {
        int channels = any.intBetween(1, 40);
        int more = any.intBetween(0, 20);
        Random random = any.random();
        int before = any.intBetween(0, more);
        String x = layers.prelu(
                "first.prelu",
                layers.convolution(
                        "first", graph.input("x", 3, SIZE, SIZE), kernel(random, channels, 3), Window.square(3, 1, 1)),
                floats(random, channels));
        x = layers.add("residual", layers.relu("filtered", depthwise("depthwise", x, channels, random)), x);
        x = excited(x, channels, random);
        String half = layers.maxPool("half", x, Window.square(2, 2, 0));
        String widened = graph.node(
                "Pad", "widened", List.of(half, graph.longs("pads", 0, before, 0, 0, 0, more - before, 0, 0)));
        String narrow =
                layers.convolution("narrow", half, kernel(random, channels + more, channels), Window.square(3, 1, 1));
        x = layers.add("sum", widened, narrow);
        if (any.bool()) {
            x = graph.node("Concat", "joined", List.of(x, half), Attribute.of("axis", 1));
            graph.output(x, 2 * channels + more, SIZE / 2, SIZE / 2);
        } else {
            x = graph.node("Flatten", "flat", List.of(x));
            int all = (channels + more) * SIZE * SIZE / 4;
            graph.output(
                    graph.node(
                            "Gemm",
                            "y",
                            List.of(x, graph.floats("w", floats(random, all * 5), 5, all)),
                            Attribute.of("transB", 1)),
                    5);
        }
        float[] input = floats(random, 2 * 3 * SIZE * SIZE);

        Map<String, Onnx.Result> padded = Onnx.run(graph.toPaddedModel(), input, 2, 3, SIZE, SIZE);

        Onnx.run(graph.toModel(), input, 2, 3, SIZE, SIZE).forEach((name, plain) -> {
            assertThat(padded.get(name).shape()).isEqualTo(plain.shape());
            assertThat(padded.get(name).values()).containsExactly(plain.values(), within(2e-4f));
        });
    }

    private String depthwise(String name, String x, int channels, Random random) {
        Kernel kernel = new Kernel(floats(random, channels * 9), floats(random, channels), channels, 1, 3, 3, channels);
        return layers.convolution(name, x, kernel, Window.square(3, 1, 1));
    }

    private String excited(String x, int channels, Random random) {
        String means = graph.node("GlobalAveragePool", "means", List.of(x));
        String squeezed = layers.relu(
                "squeezed.relu", layers.convolution("squeezed", means, point(random, 5, channels), Window.point()));
        String weights = graph.node(
                "Sigmoid",
                "weights",
                List.of(layers.convolution("excitation", squeezed, point(random, channels, 5), Window.point())));
        return graph.node("Mul", "excited", List.of(x, weights));
    }

    private static Kernel kernel(Random random, int outputs, int inputs) {
        return new Kernel(floats(random, outputs * inputs * 9), floats(random, outputs), outputs, inputs, 3, 3, 1);
    }

    private static Kernel point(Random random, int outputs, int inputs) {
        return new Kernel(floats(random, outputs * inputs), floats(random, outputs), outputs, inputs, 1, 1, 1);
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat(-0.3f, 0.3f);
        }
        return values;
    }
}
