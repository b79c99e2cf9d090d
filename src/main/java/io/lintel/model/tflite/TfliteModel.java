package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A TensorFlow Lite model as far as the importer knows it. Pictures are NHWC. Inputs and outputs are indices of tensors.
 *
 * @param operators in an order in which they can run
 */
record TfliteModel(List<Tensor> tensors, List<Operator> operators, List<Integer> inputs, List<Integer> outputs) {

    /**
     * @param shape with the batch
     * @param constant null for a tensor that is computed
     */
    record Tensor(
            String name, List<Integer> shape, @Nullable Constant constant) {

        int elements() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }

        /** @throws ModelFormatException if the tensor is no constant of such numbers, as many as its shape has */
        float[] floats() {
            if (constant instanceof Constant.Floats floats && floats.values().length == elements()) {
                return floats.values();
            }
            throw new ModelFormatException(name + " should hold constant numbers");
        }
    }

    /** The value of a tensor that is no result of anything. Whoever gets the array must not change it. */
    @SuppressWarnings("ArrayRecordComponent")
    sealed interface Constant {
        record Floats(float[] values) implements Constant {}

        record Integers(int[] values) implements Constant {}
    }

    /** One step, with one output. */
    record Operator(OperatorKind kind, List<Integer> inputs, int output, OperatorOptions options) {}
}
