package io.lintel.model.tflite;

import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.Kernel;
import io.lintel.model.onnx.Layers;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.onnx.Window;
import io.lintel.model.tflite.OperatorOptions.Padding;
import io.lintel.model.tflite.TfliteModel.Operator;
import java.util.List;

/** The operators that weigh or pool neighbours. */
final class Convolutions {

    private final Values values;
    private final OnnxGraph graph;
    private final Layers layers;

    Convolutions(Values values, OnnxGraph graph) {
        this.values = values;
        this.graph = graph;
        this.layers = new Layers(graph);
    }

    /** TensorFlow keeps a kernel as output, row, column, input. */
    void full(Operator operator, OperatorOptions.Convolution options) {
        int kernel = operator.inputs().get(1);
        List<Integer> shape = values.shape(kernel);
        int outputs = shape.get(0);
        int height = shape.get(1);
        int width = shape.get(2);
        int inputs = shape.get(3);
        float[] from = values.floats(kernel);
        float[] to = new float[from.length];
        for (int o = 0, i = 0; o < outputs; o++) {
            for (int pixel = 0; pixel < height * width; pixel++) {
                for (int c = 0; c < inputs; c++) {
                    to[(o * inputs + c) * height * width + pixel] = from[i++];
                }
            }
        }
        write(operator, options, new Kernel(to, bias(operator, outputs), outputs, inputs, height, width, 1));
    }

    /** TensorFlow keeps a depthwise kernel as 1, row, column, output; an input channel's outputs are neighbours. */
    void depthwise(Operator operator, OperatorOptions.Convolution options) {
        int kernel = operator.inputs().get(1);
        List<Integer> shape = values.shape(kernel);
        int height = shape.get(1);
        int width = shape.get(2);
        int outputs = shape.get(3);
        float[] from = values.floats(kernel);
        float[] to = new float[from.length];
        for (int pixel = 0, i = 0; pixel < height * width; pixel++) {
            for (int o = 0; o < outputs; o++) {
                to[o * height * width + pixel] = from[i++];
            }
        }
        int inputs = values.shape(operator.inputs().getFirst()).get(3);
        write(operator, options, new Kernel(to, bias(operator, outputs), outputs, 1, height, width, inputs));
    }

    void maxPool(Operator operator, OperatorOptions.Pooling options) {
        Window window = window(
                operator, options.padding(), options.height(), options.width(), options.strideY(), options.strideX());
        values.write(operator, options.activation(), output -> layers.maxPool(output, input(operator), window));
    }

    /** Every element of the input, in TensorFlow's order, weighed for every output. */
    void fullyConnected(Operator operator, OperatorOptions.Activated options) {
        int weights = operator.inputs().get(1);
        int outputs = values.shape(weights).get(0);
        int inputs = values.shape(weights).get(1);
        values.write(operator, options.activation(), output -> {
            String flat = graph.node(
                    "Reshape",
                    output + "/flat",
                    List.of(
                            values.inOriginalOrder(operator.inputs().getFirst()),
                            graph.longs(output + "/flat.shape", -1, inputs)));
            String weight = graph.floats(output + ".weight", values.floats(weights), outputs, inputs);
            String bias = graph.floats(output + ".bias", bias(operator, outputs), outputs);
            graph.node("Gemm", output, List.of(flat, weight, bias), Attribute.of("transB", 1));
        });
    }

    private void write(Operator operator, OperatorOptions.Convolution options, Kernel kernel) {
        Window window = window(
                operator, options.padding(), kernel.height(), kernel.width(), options.strideY(), options.strideX());
        values.write(
                operator, options.activation(), output -> layers.convolution(output, input(operator), kernel, window));
    }

    private String input(Operator operator) {
        return values.computed(operator.inputs().getFirst());
    }

    private float[] bias(Operator operator, int outputs) {
        List<Integer> inputs = operator.inputs();
        return inputs.size() > 2 && inputs.get(2) >= 0 ? values.floats(inputs.get(2)) : new float[outputs];
    }

    private Window window(Operator operator, Padding padding, int height, int width, int strideY, int strideX) {
        if (padding == Padding.VALID) {
            return new Window(height, width, strideY, strideX, 0, 0, 0, 0);
        }
        List<Integer> picture = values.shape(operator.inputs().getFirst());
        int vertical = samePadding(picture.get(1), height, strideY);
        int horizontal = samePadding(picture.get(2), width, strideX);
        // of an odd padding TensorFlow gives the greater half to the bottom and the right
        return new Window(
                height,
                width,
                strideY,
                strideX,
                vertical / 2,
                horizontal / 2,
                vertical - vertical / 2,
                horizontal - horizontal / 2);
    }

    private static int samePadding(int size, int kernel, int stride) {
        return Math.max((Math.ceilDiv(size, stride) - 1) * stride + kernel - size, 0);
    }
}
