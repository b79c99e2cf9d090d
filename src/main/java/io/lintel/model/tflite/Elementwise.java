package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.Layers;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.tflite.TfliteModel.Operator;
import java.util.List;

/** The operators that keep a tensor's shape. */
final class Elementwise {

    private final Values values;
    private final OnnxGraph graph;
    private final Layers layers;

    Elementwise(Values values, OnnxGraph graph) {
        this.values = values;
        this.graph = graph;
        this.layers = new Layers(graph);
    }

    void add(Operator operator, OperatorOptions.Activated options) {
        List<String> terms = operator.inputs().stream().map(values::computed).toList();
        values.write(operator, options.activation(), output -> layers.add(output, terms.get(0), terms.get(1)));
    }

    void relu(Operator operator) {
        layers.relu(values.name(operator.output()), input(operator));
    }

    void prelu(Operator operator) {
        float[] slopes = values.floats(operator.inputs().get(1));
        int channels = values.shape(operator.output()).getLast();
        if (slopes.length != channels) {
            throw new ModelFormatException(
                    values.name(operator.output()) + " has " + slopes.length + " slopes for " + channels + " channels");
        }
        layers.prelu(values.name(operator.output()), input(operator), slopes);
    }

    void l2Normalization(Operator operator, OperatorOptions.Activated options) {
        int rank = values.rank(operator.output());
        values.write(
                operator,
                options.activation(),
                output -> graph.node(
                        "LpNormalization",
                        output,
                        List.of(input(operator)),
                        Attribute.of("axis", values.graphAxis(-1, rank)),
                        Attribute.of("p", 2)));
    }

    private String input(Operator operator) {
        return values.computed(operator.inputs().getFirst());
    }
}
