package io.lintel.model.dlib;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.Kernel;
import io.lintel.model.onnx.Layers;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.onnx.Window;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * dlib's face_recognition_resnet_model_v1 to ONNX: 150x150 RGB, 0..255, to 128 numbers. The file's order of layers is the
 * network's; the graph is that of dlib's dnn_face_recognition_ex.cpp.
 */
public final class DlibResNetImporter {

    private static final int SIZE = 150;

    /** Output channels of the convolutions, in their order: 29 in all. */
    private static final int[] CHANNELS = channels();

    /** What dlib subtracts from red, green and blue, before it divides by 256. */
    private static final float[] MEAN = {122.782f, 117.001f, 104.298f};

    private static final float SCALE = 1f / 256;
    private static final int EMBEDDING = 128;

    private final DlibWeights weights;
    private final OnnxGraph graph;
    private final Layers layers;
    private int next;

    private DlibResNetImporter(DlibWeights weights, String name) {
        this.weights = weights;
        this.graph = new OnnxGraph(name);
        this.layers = new Layers(graph);
    }

    /**
     * Converts a file.
     *
     * @param file the whole .dat file
     * @return the ONNX file
     * @throws ModelFormatException if the file is not this network's
     */
    public static byte[] toOnnx(ByteBuffer file, String name) {
        DlibWeights weights = DlibWeights.read(file);
        if (weights.convolutions().size() != CHANNELS.length
                || weights.affines().size() != CHANNELS.length
                || weights.fullyConnected().length != CHANNELS[CHANNELS.length - 1] * EMBEDDING) {
            throw new ModelFormatException("this is not dlib's face recognition network");
        }
        return new DlibResNetImporter(weights, name).build();
    }

    private byte[] build() {
        String x = normalised(graph.input("input", 3, SIZE, SIZE));
        x = layers.relu("stem", convolution("stem/conv", x, 7, 2));
        x = layers.maxPool("stem/pool", x, Window.square(3, 2, 0));
        x = residuals("level4", x, 3);
        x = residuals("level3", halved("level3/down", x, 32, 0), 3);
        x = residuals("level2", halved("level2/down", x, 64, 0), 2);
        x = residuals("level1", halved("level1/down", x, 128, 1), 2);
        x = halved("level0/down", x, 0, 1);
        x = graph.node("ReduceMean", "mean", List.of(x), Attribute.list("axes", 2, 3), Attribute.of("keepdims", 0));
        String matrix =
                graph.floats("embedding.weight", weights.fullyConnected(), CHANNELS[CHANNELS.length - 1], EMBEDDING);
        graph.output(graph.node("MatMul", "embedding", List.of(x, matrix)), EMBEDDING);
        return graph.toModel();
    }

    private String normalised(String picture) {
        String centred = graph.node(
                "Sub", "input/centred", List.of(picture, graph.floats("input.mean", MEAN, 1, MEAN.length, 1, 1)));
        return graph.node("Mul", "input/scaled", List.of(centred, graph.floats("input.scale", new float[] {SCALE}, 1)));
    }

    private String residuals(String name, String x, int count) {
        String y = x;
        for (int i = 0; i < count; i++) {
            String unit = name + "/" + i;
            y = layers.relu(unit, layers.add(unit + "/sum", twoConvolutions(unit, y, 1), y));
        }
        return y;
    }

    /**
     * A residual unit of half the size. dlib's sum takes tensors of different sizes and treats what one lacks as zero: here the
     * shortcut is widened by {@code channels}, the other branch enlarged by {@code edge} rows and columns.
     */
    private String halved(String name, String x, int channels, int edge) {
        String y = twoConvolutions(name, x, 2);
        String shortcut = layers.averagePool(name + "/shortcut", x, Window.square(2, 2, 0));
        if (channels > 0) {
            shortcut = pad(name + "/shortcut/wide", shortcut, 0, 0, 0, 0, 0, channels, 0, 0);
        }
        if (edge > 0) {
            y = pad(name + "/enlarged", y, 0, 0, 0, 0, 0, 0, edge, edge);
        }
        return layers.relu(name, layers.add(name + "/sum", y, shortcut));
    }

    private String twoConvolutions(String name, String x, int stride) {
        String first = layers.relu(name + "/relu", convolution(name + "/conv1", x, 3, stride));
        return convolution(name + "/conv2", first, 3, 1);
    }

    private String pad(String output, String x, long... pads) {
        return graph.node("Pad", output, List.of(x, graph.longs(output + ".pads", pads)));
    }

    /** The file's next convolution with the affine layer after it. Only those of stride 1 are padded. */
    private String convolution(String output, String x, int size, int stride) {
        int outputs = CHANNELS[next];
        int inputs = next == 0 ? 3 : CHANNELS[next - 1];
        float[] numbers = weights.convolutions().get(next);
        float[] affine = weights.affines().get(next);
        next++;
        int count = outputs * inputs * size * size;
        if (numbers.length != count + outputs || affine.length != 2 * outputs) {
            throw new ModelFormatException("the dlib network's convolution " + next + " has another size");
        }
        Kernel kernel = new Kernel(
                        Arrays.copyOf(numbers, count),
                        Arrays.copyOfRange(numbers, count, numbers.length),
                        outputs,
                        inputs,
                        size,
                        size,
                        1)
                .then(doubles(affine, 0, outputs), doubles(affine, outputs, 2 * outputs));
        return layers.convolution(output, x, kernel, Window.square(size, stride, stride == 1 ? size / 2 : 0));
    }

    private static double[] doubles(float[] values, int from, int to) {
        double[] doubles = new double[to - from];
        for (int i = from; i < to; i++) {
            doubles[i - from] = values[i];
        }
        return doubles;
    }

    private static int[] channels() {
        int[] channels = new int[29];
        Arrays.fill(channels, 0, 7, 32);
        Arrays.fill(channels, 7, 15, 64);
        Arrays.fill(channels, 15, 21, 128);
        Arrays.fill(channels, 21, 29, 256);
        return channels;
    }
}
