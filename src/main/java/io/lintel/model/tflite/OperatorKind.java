package io.lintel.model.tflite;

import java.util.Arrays;
import java.util.Optional;

/** The TensorFlow Lite operators that are imported, by their numbers in the schema's BuiltinOperator. */
enum OperatorKind {
    ADD(0),
    CONCATENATION(2),
    CONV_2D(3),
    DEPTHWISE_CONV_2D(4),
    DEQUANTIZE(6),
    FULLY_CONNECTED(9),
    L2_NORMALIZATION(11),
    MAX_POOL_2D(17),
    MUL(18),
    RELU(19),
    RESHAPE(22),
    RESIZE_BILINEAR(23),
    PAD(34),
    SUB(41),
    PRELU(54),
    ABS(101);

    private final int code;

    OperatorKind(int code) {
        this.code = code;
    }

    static Optional<OperatorKind> of(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
}
