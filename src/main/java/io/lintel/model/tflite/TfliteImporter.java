package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.tflite.TfliteModel.Operator;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

/**
 * TensorFlow Lite to ONNX. Tensors keep their names; pictures become NCHW and the batch any size, whatever the file fixed it at.
 */
public final class TfliteImporter {

    private final TfliteModel model;
    private final OnnxGraph graph;
    private final Values values;
    private final Convolutions convolutions;
    private final Elementwise elementwise;
    private final Rearrangements rearrangements;

    private TfliteImporter(TfliteModel model, String name) {
        this.model = model;
        this.graph = new OnnxGraph(name);
        this.values = new Values(model.tensors(), graph);
        this.convolutions = new Convolutions(values, graph);
        this.elementwise = new Elementwise(values, graph);
        this.rearrangements = new Rearrangements(values, graph);
    }

    /**
     * Converts a file.
     *
     * @param file the whole TensorFlow Lite file
     * @return the ONNX file
     * @throws ModelFormatException if the file is damaged or uses what is not imported
     */
    public static byte[] toOnnx(ByteBuffer file, String name) {
        return toOnnx(TfliteReader.read(file), name);
    }

    static byte[] toOnnx(TfliteModel model, String name) {
        try {
            return new TfliteImporter(JoinedPrelu.in(UnpackedConstants.in(model)), name).translate();
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw new ModelFormatException("the TensorFlow Lite file refers to what it does not hold", e);
        }
    }

    private byte[] translate() {
        for (int input : model.inputs()) {
            graph.input(values.name(input), values.graphShape(input));
        }
        for (Operator operator : model.operators()) {
            translate(operator);
        }
        for (int output : model.outputs()) {
            graph.output(values.name(output), values.graphShape(output));
        }
        return graph.toPaddedModel();
    }

    private void translate(Operator operator) {
        switch (operator.options()) {
            case OperatorOptions.Convolution options
            when operator.kind() == OperatorKind.CONV_2D -> convolutions.full(operator, options);
            case OperatorOptions.Convolution options -> convolutions.depthwise(operator, options);
            case OperatorOptions.Pooling options -> convolutions.maxPool(operator, options);
            case OperatorOptions.Concatenation options -> rearrangements.concatenation(operator, options);
            case OperatorOptions.Resize options -> rearrangements.resizeBilinear(operator, options);
            case OperatorOptions.Activated options -> translate(operator, options);
            case OperatorOptions.None none -> translatePlain(operator);
        }
    }

    private void translate(Operator operator, OperatorOptions.Activated options) {
        switch (operator.kind()) {
            case ADD -> elementwise.add(operator, options);
            case FULLY_CONNECTED -> convolutions.fullyConnected(operator, options);
            case L2_NORMALIZATION -> elementwise.l2Normalization(operator, options);
            default -> throw notImported(operator);
        }
    }

    private void translatePlain(Operator operator) {
        switch (operator.kind()) {
            case PAD -> rearrangements.pad(operator);
            case PRELU -> elementwise.prelu(operator);
            case RELU -> elementwise.relu(operator);
            case RESHAPE -> rearrangements.reshape(operator);
            default -> throw notImported(operator);
        }
    }

    private static ModelFormatException notImported(Operator operator) {
        return new ModelFormatException("a " + operator.kind() + " outside a PReLU is not imported");
    }
}
