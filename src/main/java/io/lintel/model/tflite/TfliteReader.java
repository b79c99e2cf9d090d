package io.lintel.model.tflite;

import io.lintel.model.ModelFormatException;
import io.lintel.model.tflite.TfliteModel.Constant;
import io.lintel.model.tflite.TfliteModel.Operator;
import io.lintel.model.tflite.TfliteModel.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** File to model. Field numbers are those of TensorFlow Lite's schema.fbs, version 3. */
final class TfliteReader {

    private static final byte[] IDENTIFIER = "TFL3".getBytes(StandardCharsets.US_ASCII);
    private static final int IDENTIFIER_AT = 4;

    private static final int FLOAT32 = 0;
    private static final int FLOAT16 = 1;
    private static final int INT32 = 2;

    private TfliteReader() {}

    /** @throws ModelFormatException if the file is none, is damaged or uses what is not imported */
    static TfliteModel read(ByteBuffer file) {
        try {
            byte[] identifier = new byte[IDENTIFIER.length];
            file.get(IDENTIFIER_AT, identifier);
            if (!Arrays.equals(identifier, IDENTIFIER)) {
                throw new ModelFormatException("this is no TensorFlow Lite file");
            }
            return model(FlatTable.root(file));
        } catch (IndexOutOfBoundsException e) {
            throw new ModelFormatException("the TensorFlow Lite file is damaged", e);
        }
    }

    private static TfliteModel model(FlatTable model) {
        List<FlatTable> codes = model.tables(1);
        List<FlatTable> subgraphs = model.tables(2);
        List<FlatTable> buffers = model.tables(4);
        if (subgraphs.size() != 1) {
            throw new ModelFormatException("a model of " + subgraphs.size() + " graphs is not imported");
        }
        FlatTable graph = subgraphs.getFirst();
        return new TfliteModel(
                graph.tables(0).stream().map(tensor -> tensor(tensor, buffers)).toList(),
                graph.tables(3).stream()
                        .map(operator -> operator(operator, codes))
                        .toList(),
                graph.integers(1),
                graph.integers(2));
    }

    private static Tensor tensor(FlatTable tensor, List<FlatTable> buffers) {
        String name = tensor.text(3);
        if (tensor.has(6)) {
            throw new ModelFormatException("the sparse tensor " + name + " is not imported");
        }
        ByteBuffer data = buffers.get(tensor.integer(2, 0)).bytes(0);
        return new Tensor(name, tensor.integers(0), constant(name, tensor.octet(1, FLOAT32), data));
    }

    private static @Nullable Constant constant(String name, int type, ByteBuffer data) {
        if (!data.hasRemaining()) {
            return null;
        }
        return switch (type) {
            case FLOAT32 -> {
                float[] values = new float[data.remaining() / Float.BYTES];
                data.asFloatBuffer().get(values);
                yield new Constant.Floats(values);
            }
            case FLOAT16 -> {
                float[] values = new float[data.remaining() / Short.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.float16ToFloat(data.getShort(i * Short.BYTES));
                }
                yield new Constant.Floats(values);
            }
            case INT32 -> {
                int[] values = new int[data.remaining() / Integer.BYTES];
                data.asIntBuffer().get(values);
                yield new Constant.Integers(values);
            }
            default ->
                throw new ModelFormatException("the tensor " + name + " has type " + type + ", which is not imported");
        };
    }

    private static Operator operator(FlatTable operator, List<FlatTable> codes) {
        FlatTable code = codes.get(operator.integer(0, 0));
        // numbers above 127 stand in a newer, wider field
        int number = Math.max(code.octet(0, 0), code.integer(3, 0));
        OperatorKind kind = OperatorKind.of(number)
                .orElseThrow(() -> new ModelFormatException("operator " + number + " is not imported"));
        List<Integer> outputs = operator.integers(2);
        if (outputs.size() != 1) {
            throw new ModelFormatException("a " + kind + " with " + outputs.size() + " outputs is not imported");
        }
        return new Operator(
                kind, operator.integers(1), outputs.getFirst(), OptionsReader.read(kind, operator.table(4)));
    }
}
