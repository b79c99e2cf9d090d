package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.tflite.OperatorOptions.Activation;
import io.lintel.model.tflite.TfliteModel.Constant;
import io.lintel.model.tflite.TfliteModel.Operator;
import io.lintel.model.tflite.TfliteModel.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** The model's tensors as values of the graph: pictures, which have four axes, become NCHW; all else keeps its order. */
final class Values {

    /** For each axis of an NHWC picture its place in NCHW. */
    private static final int[] PICTURE_AXIS = {0, 2, 3, 1};

    private final List<Tensor> tensors;
    private final OnnxGraph graph;

    Values(List<Tensor> tensors, OnnxGraph graph) {
        this.tensors = tensors;
        this.graph = graph;
    }

    List<Integer> shape(int tensor) {
        return tensors.get(tensor).shape();
    }

    int rank(int tensor) {
        return shape(tensor).size();
    }

    int elements(int tensor) {
        return tensors.get(tensor).elements();
    }

    /** The tensor's shape in the graph without its batch. */
    int[] graphShape(int tensor) {
        List<Integer> shape = shape(tensor);
        return rank(tensor) == 4
                ? new int[] {shape.get(3), shape.get(1), shape.get(2)}
                : shape.stream().skip(1).mapToInt(Integer::intValue).toArray();
    }

    /** The place in the graph of an axis, which may count from the end. */
    int graphAxis(int axis, int rank) {
        int positive = axis < 0 ? axis + rank : axis;
        return rank == 4 ? PICTURE_AXIS[positive] : positive;
    }

    String name(int tensor) {
        return tensors.get(tensor).name();
    }

    /** The name of a tensor that is computed. */
    String computed(int tensor) {
        if (tensors.get(tensor).constant() != null) {
            throw new ModelFormatException("the constant " + name(tensor) + " stands where a computed value belongs");
        }
        return name(tensor);
    }

    float[] floats(int tensor) {
        return tensors.get(tensor).floats();
    }

    int[] integers(int tensor) {
        if (tensors.get(tensor).constant() instanceof Constant.Integers integers) {
            return integers.values();
        }
        throw new ModelFormatException(name(tensor) + " should hold constant whole numbers");
    }

    /** The value with its elements in TensorFlow's order. */
    String inOriginalOrder(int tensor) {
        String value = computed(tensor);
        if (rank(tensor) != 4) {
            return value;
        }
        String original = value + "/nhwc";
        return graph.has(original)
                ? original
                : graph.node("Transpose", original, List.of(value), Attribute.list("perm", 0, 2, 3, 1));
    }

    /** Writes what makes the operator's output, and its activation after it. */
    void write(Operator operator, Activation activation, Consumer<String> writer) {
        String output = name(operator.output());
        switch (activation) {
            case NONE -> writer.accept(output);
            case RELU -> {
                String linear = output + "/linear";
                writer.accept(linear);
                graph.node("Relu", output, List.of(linear));
            }
        }
    }
}
