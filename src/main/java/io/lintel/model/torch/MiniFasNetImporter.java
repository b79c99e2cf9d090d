package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.Kernel;
import io.lintel.model.onnx.Layers;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.onnx.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * MiniFASNet's state dictionary to ONNX. The file holds numbers only; the network is built here after the published
 * description: a MobileFaceNet of 80x80 pictures whose channel counts stand in the tensors' shapes. The SE variants weigh the
 * channels of some units by squeeze and excitation, where their tensors say so. Batch normalisation goes into the convolutions;
 * the output is the logits, before softmax.
 */
public final class MiniFasNetImporter {

    private static final int SIZE = 80;

    private final TorchCheckpoint checkpoint;
    private final String prefix;
    private final OnnxGraph graph;
    private final Layers layers;

    private MiniFasNetImporter(TorchCheckpoint checkpoint, String name) {
        this.checkpoint = checkpoint;
        // what trains on several devices at once wraps the network in a module of its own
        this.prefix = checkpoint.has("module.prob.weight") ? "module." : "";
        this.graph = new OnnxGraph(name);
        this.layers = new Layers(graph);
    }

    /**
     * Converts a file.
     *
     * @param file a file of torch.save
     * @return the ONNX file
     * @throws ModelFormatException if the file is damaged or no MiniFASNet
     */
    public static byte[] toOnnx(Path file, String name) throws IOException {
        return new MiniFasNetImporter(TorchCheckpoint.read(file), name).build();
    }

    private byte[] build() {
        String x = graph.input("input", 3, SIZE, SIZE);
        x = block("conv1", x, Window.square(3, 2, 1));
        x = block("conv2_dw", x, Window.square(3, 1, 1));
        x = unit("conv_23", x, 2);
        x = residualUnits("conv_3", x);
        x = unit("conv_34", x, 2);
        x = residualUnits("conv_4", x);
        x = unit("conv_45", x, 2);
        x = residualUnits("conv_5", x);
        x = block("conv_6_sep", x, Window.point());
        x = normalisedConvolution("conv_6_dw", x, Window.square(5, 1, 0));
        x = graph.node("Flatten", "conv_6_flatten", List.of(x));
        Kernel linear = linear("linear")
                .then(normalisation("bn").scale(), normalisation("bn").shift());
        x = fullyConnected("linear", x, linear);
        Kernel prob = linear("prob");
        graph.output(fullyConnected("logits", x, prob), prob.outputs());
        return graph.toPaddedModel();
    }

    private String residualUnits(String name, String x) {
        String y = x;
        int unit = 0;
        while (checkpoint.has(prefix + name + ".model." + unit + ".conv.conv.weight")) {
            String residual = name + ".model." + unit;
            y = layers.add(residual + "/sum", unit(residual, y, 1), y);
            unit++;
        }
        return y;
    }

    /** Widen, filter each channel, narrow. */
    private String unit(String name, String x, int stride) {
        String wide = block(name + ".conv", x, Window.point());
        String filtered = block(name + ".conv_dw", wide, Window.square(3, stride, 1));
        String narrow = normalisedConvolution(name + ".project", filtered, Window.point());
        return checkpoint.has(prefix + name + ".se_module.fc1.weight") ? excited(name + ".se_module", narrow) : narrow;
    }

    /** Squeeze and excitation: each channel times a weight that depends on all channels' means. */
    private String excited(String name, String x) {
        String means = graph.node("GlobalAveragePool", name + "/means", List.of(x));
        String squeezed = layers.relu(
                name + ".relu",
                layers.convolution(name + ".fc1", means, normalised(name + ".fc1", name + ".bn1"), Window.point()));
        String excitation =
                layers.convolution(name + ".fc2", squeezed, normalised(name + ".fc2", name + ".bn2"), Window.point());
        String weights = graph.node("Sigmoid", name + ".sigmoid", List.of(excitation));
        return graph.node("Mul", name, List.of(x, weights));
    }

    private String block(String name, String x, Window window) {
        return layers.prelu(
                name,
                normalisedConvolution(name + ".conv", name, x, window),
                tensor(name + ".prelu.weight").values());
    }

    private String normalisedConvolution(String name, String x, Window window) {
        return normalisedConvolution(name, name, x, window);
    }

    private String normalisedConvolution(String output, String name, String x, Window window) {
        return layers.convolution(output, x, normalised(name + ".conv", name + ".bn"), window);
    }

    private Kernel normalised(String convolution, String normalisation) {
        BatchNormalisation after = normalisation(normalisation);
        return kernel(convolution).then(after.scale(), after.shift());
    }

    /** No convolution of this network has a bias; one with a single input for each output is depthwise. */
    private Kernel kernel(String name) {
        TorchTensor weight = tensor(name + ".weight");
        List<Integer> shape = shape(name, weight, 4);
        int outputs = shape.get(0);
        int groupInputs = shape.get(1);
        int group = groupInputs == 1 ? outputs : 1;
        return new Kernel(weight.values(), new float[outputs], outputs, groupInputs, shape.get(2), shape.get(3), group);
    }

    private Kernel linear(String name) {
        TorchTensor weight = tensor(name + ".weight");
        List<Integer> shape = shape(name, weight, 2);
        return new Kernel(weight.values(), new float[shape.get(0)], shape.get(0), shape.get(1), 1, 1, 1);
    }

    private String fullyConnected(String output, String x, Kernel kernel) {
        String weight = graph.floats(output + ".weight", kernel.weights(), kernel.outputs(), kernel.groupInputs());
        String bias = graph.floats(output + ".bias", kernel.bias(), kernel.outputs());
        return graph.node("Gemm", output, List.of(x, weight, bias), Attribute.of("transB", 1));
    }

    private BatchNormalisation normalisation(String name) {
        return BatchNormalisation.of(
                tensor(name + ".weight").values(),
                tensor(name + ".bias").values(),
                tensor(name + ".running_mean").values(),
                tensor(name + ".running_var").values());
    }

    private TorchTensor tensor(String name) {
        return checkpoint.tensor(prefix + name);
    }

    private static List<Integer> shape(String name, TorchTensor tensor, int rank) {
        if (tensor.shape().size() != rank) {
            throw new ModelFormatException(name + " has " + tensor.shape().size() + " axes, not " + rank);
        }
        return tensor.shape();
    }
}
