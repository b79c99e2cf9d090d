package io.lintel.model.onnx;

import java.util.List;

/** The layers that more than one importer writes. All tensors are NCHW. */
public final class Layers {

    private final OnnxGraph graph;

    public Layers(OnnxGraph graph) {
        this.graph = graph;
    }

    public String convolution(String output, String x, Kernel kernel, Window window) {
        String weights = graph.floats(
                output + ".weight",
                kernel.weights(),
                kernel.outputs(),
                kernel.groupInputs(),
                kernel.height(),
                kernel.width());
        String bias = graph.floats(output + ".bias", kernel.bias(), kernel.outputs());
        return graph.node(
                "Conv", output, List.of(x, weights, bias), window.attributes(Attribute.of("group", kernel.group())));
    }

    public String maxPool(String output, String x, Window window) {
        return graph.node("MaxPool", output, List.of(x), window.attributes());
    }

    public String averagePool(String output, String x, Window window) {
        return graph.node("AveragePool", output, List.of(x), window.attributes());
    }

    public String relu(String output, String x) {
        return graph.node("Relu", output, List.of(x));
    }

    public String add(String output, String a, String b) {
        return graph.node("Add", output, List.of(a, b));
    }

    /**
     * A parametric ReLU, written as {@code x + (1 - slope) * relu(-x)}. ONNX Runtime's own PRelu runs on one layout only and slowly;
     * of these two depthwise convolutions the first is fused with its ReLU and the second with the sum.
     *
     * @param slopes one for each channel, applied below zero
     */
    public String prelu(String output, String x, float[] slopes) {
        float[] minusOnes = new float[slopes.length];
        float[] missing = new float[slopes.length];
        for (int channel = 0; channel < slopes.length; channel++) {
            minusOnes[channel] = -1;
            missing[channel] = 1 - slopes[channel];
        }
        String mirrored = convolution(output + "/mirrored", x, Kernel.perChannel(minusOnes), Window.point());
        String below = relu(output + "/below", mirrored);
        return add(output, convolution(output + "/missing", below, Kernel.perChannel(missing), Window.point()), x);
    }
}
