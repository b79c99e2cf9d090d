package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.tflite.TfliteModel.Operator;
import io.lintel.model.tflite.TfliteModel.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A model whose half-precision weights are constants: MediaPipe stores them as float16 and widens each with a DEQUANTIZE when
 * the model is loaded. The reader has widened them already, so those operators only have to go.
 */
final class UnpackedConstants {

    private UnpackedConstants() {}

    static TfliteModel in(TfliteModel model) {
        List<Tensor> tensors = new ArrayList<>(model.tensors());
        List<Operator> rest = new ArrayList<>();
        for (Operator operator : model.operators()) {
            if (operator.kind() != OperatorKind.DEQUANTIZE) {
                rest.add(operator);
                continue;
            }
            Tensor packed = tensors.get(operator.inputs().getFirst());
            if (packed.constant() == null) {
                throw new ModelFormatException("a model that computes with quantized numbers is not imported");
            }
            Tensor unpacked = tensors.get(operator.output());
            tensors.set(operator.output(), new Tensor(unpacked.name(), unpacked.shape(), packed.constant()));
        }
        return new TfliteModel(List.copyOf(tensors), List.copyOf(rest), model.inputs(), model.outputs());
    }
}
