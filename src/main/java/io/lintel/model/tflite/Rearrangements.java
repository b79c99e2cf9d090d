package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.onnx.Attribute;
import io.lintel.model.onnx.OnnxGraph;
import io.lintel.model.tflite.TfliteModel.Operator;
import java.util.Arrays;
import java.util.List;

/** The operators that change a tensor's shape and not, or only by interpolation, its numbers. */
final class Rearrangements {

    private final Values values;
    private final OnnxGraph graph;

    Rearrangements(Values values, OnnxGraph graph) {
        this.values = values;
        this.graph = graph;
    }

    /** TensorFlow gives the zeros to add as before and after of each axis; ONNX wants all befores first. */
    void pad(Operator operator) {
        int input = operator.inputs().get(0);
        int[] pairs = values.integers(operator.inputs().get(1));
        int rank = values.rank(input);
        if (Arrays.stream(pairs).anyMatch(zeros -> zeros < 0)) {
            throw new ModelFormatException(values.name(operator.output()) + " adds less than nothing");
        }
        long[] pads = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            int place = values.graphAxis(axis, rank);
            pads[place] = pairs[2 * axis];
            pads[rank + place] = pairs[2 * axis + 1];
        }
        String output = values.name(operator.output());
        graph.node("Pad", output, List.of(values.computed(input), graph.longs(output + ".pads", pads)));
    }

    void concatenation(Operator operator, OperatorOptions.Concatenation options) {
        int axis = values.graphAxis(options.axis(), values.rank(operator.output()));
        List<String> parts = operator.inputs().stream().map(values::computed).toList();
        values.write(
                operator,
                options.activation(),
                output -> graph.node("Concat", output, parts, Attribute.of("axis", axis)));
    }

    /** Keeps the elements in TensorFlow's order and the batch open. */
    void reshape(Operator operator) {
        int input = operator.inputs().getFirst();
        List<Integer> shape = values.shape(operator.output());
        if (!shape.getFirst().equals(values.shape(input).getFirst())) {
            throw new ModelFormatException(values.name(operator.output()) + " mixes the batch into the rest");
        }
        long[] open = shape.stream().mapToLong(Integer::longValue).toArray();
        open[0] = -1;
        String output = values.name(operator.output());
        boolean picture = shape.size() == 4;
        String reshaped = picture ? output + "/nhwc" : output;
        graph.node("Reshape", reshaped, List.of(values.inOriginalOrder(input), graph.longs(output + ".shape", open)));
        if (picture) {
            graph.node("Transpose", output, List.of(reshaped), Attribute.list("perm", 0, 3, 1, 2));
        }
    }

    void resizeBilinear(Operator operator, OperatorOptions.Resize options) {
        int input = operator.inputs().get(0);
        int[] size = values.integers(operator.inputs().get(1));
        List<Integer> from = values.shape(input);
        String output = values.name(operator.output());
        float[] scales = {1, 1, (float) size[0] / from.get(1), (float) size[1] / from.get(2)};
        String coordinates =
                options.alignCorners() ? "align_corners" : options.halfPixelCenters() ? "half_pixel" : "asymmetric";
        graph.node(
                "Resize",
                output,
                List.of(values.computed(input), "", graph.floats(output + ".scales", scales, scales.length)),
                Attribute.of("mode", "linear"),
                Attribute.of("coordinate_transformation_mode", coordinates));
    }
}
