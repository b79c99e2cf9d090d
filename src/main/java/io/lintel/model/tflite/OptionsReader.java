package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.tflite.OperatorOptions.Activation;
import io.lintel.model.tflite.OperatorOptions.Padding;
import java.util.Optional;

/** An operator's table of options to its record. Field numbers are those of TensorFlow Lite's schema.fbs. */
final class OptionsReader {

    private OptionsReader() {}

    static OperatorOptions read(OperatorKind kind, Optional<FlatTable> table) {
        return switch (kind) {
            case CONV_2D -> convolution(required(kind, table), 3, 4);
            case DEPTHWISE_CONV_2D -> convolution(required(kind, table), 4, 5);
            case MAX_POOL_2D -> pooling(required(kind, table));
            case CONCATENATION -> {
                FlatTable options = required(kind, table);
                yield new OperatorOptions.Concatenation(options.integer(0, 0), activation(options, 1));
            }
            case RESIZE_BILINEAR -> {
                FlatTable options = required(kind, table);
                yield new OperatorOptions.Resize(options.flag(2), options.flag(3));
            }
            case ADD, SUB, MUL, FULLY_CONNECTED, L2_NORMALIZATION ->
                new OperatorOptions.Activated(
                        table.map(options -> activation(options, 0)).orElse(Activation.NONE));
            case ABS, DEQUANTIZE, PAD, PRELU, RELU, RESHAPE -> new OperatorOptions.None();
        };
    }

    private static OperatorOptions convolution(FlatTable options, int activation, int dilations) {
        if (options.integer(dilations, 1) != 1 || options.integer(dilations + 1, 1) != 1) {
            throw new ModelFormatException("a dilated convolution is not imported");
        }
        return new OperatorOptions.Convolution(
                padding(options), options.integer(2, 1), options.integer(1, 1), activation(options, activation));
    }

    private static OperatorOptions pooling(FlatTable options) {
        return new OperatorOptions.Pooling(
                padding(options),
                options.integer(2, 1),
                options.integer(1, 1),
                options.integer(4, 1),
                options.integer(3, 1),
                activation(options, 5));
    }

    private static Padding padding(FlatTable options) {
        return options.octet(0, 0) == 0 ? Padding.SAME : Padding.VALID;
    }

    private static Activation activation(FlatTable options, int field) {
        int number = options.octet(field, 0);
        return switch (number) {
            case 0 -> Activation.NONE;
            case 1 -> Activation.RELU;
            default -> throw new ModelFormatException("activation " + number + " is not imported");
        };
    }

    private static FlatTable required(OperatorKind kind, Optional<FlatTable> table) {
        return table.orElseThrow(() -> new ModelFormatException("a " + kind + " without options"));
    }
}
