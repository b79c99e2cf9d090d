package io.lintel.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ONNX graph under construction, of float32 tensors with a batch of any size. Nodes are written in the order in which they
 * were added, which must be one in which they can run; the same calls give the same bytes. Not thread-safe.
 *
 * <p>Field numbers are those of onnx.proto, IR version 8.
 */
public final class OnnxGraph {

    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;
    private static final int INT64 = 7;
    private static final String BATCH = "N";

    private final String name;
    private final List<ProtobufWriter> nodes = new ArrayList<>();
    private final List<ProtobufWriter> initializers = new ArrayList<>();
    private final List<ProtobufWriter> inputs = new ArrayList<>();
    private final List<ProtobufWriter> outputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    public OnnxGraph(String name) {
        this.name = name;
    }

    /**
     * Adds an input.
     *
     * @param shape without the batch, which comes first
     */
    public String input(String input, int... shape) {
        inputs.add(valueInfo(unique(input), shape));
        return input;
    }

    /**
     * Makes a value an output.
     *
     * @param shape without the batch, which comes first
     */
    public void output(String output, int... shape) {
        outputs.add(valueInfo(output, shape));
    }

    /**
     * Adds a node with one output.
     *
     * @param inputs names; empty for an optional input that is left out
     * @return the output's name
     */
    public String node(String operator, String output, List<String> inputs, Attribute... attributes) {
        ProtobufWriter node = new ProtobufWriter();
        for (String input : inputs) {
            if (!input.isEmpty() && !names.contains(input)) {
                throw new IllegalArgumentException(output + " reads " + input + ", which nothing has made yet");
            }
            node.text(1, input);
        }
        node.text(2, unique(output)).text(3, output).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute(attribute));
        }
        nodes.add(node);
        return output;
    }

    /** Adds a constant. */
    public String floats(String constant, float[] values, int... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(constant, FLOAT, raw.array(), values.length, shape);
    }

    /** Adds a constant vector. */
    public String longs(String constant, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(constant, INT64, raw.array(), values.length, values.length);
    }

    /** Adds a constant of signed bytes. */
    public String bytes(String constant, byte[] values, int... shape) {
        return tensor(constant, INT8, values, values.length, shape);
    }

    /** Adds a constant scalar of one unsigned byte. */
    public String unsignedByte(String constant, int value) {
        return tensor(constant, UINT8, new byte[] {(byte) value}, 1);
    }

    /** Makes floats that are whole numbers from 0 to 255 unsigned bytes. */
    public String toUnsignedBytes(String output, String x) {
        return node("Cast", output, List.of(x), new Attribute.Whole("to", UINT8));
    }

    /** Makes integers floats. */
    public String toFloats(String output, String x) {
        return node("Cast", output, List.of(x), new Attribute.Whole("to", FLOAT));
    }

    /** Whether an input, constant or node of this name is there already. */
    public boolean has(String value) {
        return names.contains(value);
    }

    /** The whole ONNX file. */
    public byte[] toModel() {
        ProtobufWriter graph = new ProtobufWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        initializers.forEach(initializer -> graph.message(5, initializer));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        ProtobufWriter opset = new ProtobufWriter().text(1, "").integer(2, OPSET);
        return new ProtobufWriter()
                .integer(1, IR_VERSION)
                .text(2, "lintel")
                .message(7, graph)
                .message(8, opset)
                .toByteArray();
    }

    private String tensor(String constant, int type, byte[] raw, int count, int... shape) {
        ProtobufWriter tensor = new ProtobufWriter();
        long elements = 1;
        for (int size : shape) {
            tensor.integer(1, size);
            elements *= size;
        }
        if (elements != count) {
            throw new IllegalArgumentException(constant + " has " + count + " values for a shape of " + elements);
        }
        initializers.add(tensor.integer(2, type).text(8, unique(constant)).bytes(9, raw));
        return constant;
    }

    private String unique(String value) {
        if (value.isEmpty() || !names.add(value)) {
            throw new IllegalArgumentException("the graph has a value called '" + value + "' already");
        }
        return value;
    }

    private static ProtobufWriter valueInfo(String value, int... shape) {
        ProtobufWriter dimensions = new ProtobufWriter().message(1, new ProtobufWriter().text(2, BATCH));
        for (int size : shape) {
            dimensions.message(1, new ProtobufWriter().integer(1, size));
        }
        ProtobufWriter tensorType = new ProtobufWriter().integer(1, FLOAT).message(2, dimensions);
        return new ProtobufWriter().text(1, value).message(2, new ProtobufWriter().message(1, tensorType));
    }

    private static ProtobufWriter attribute(Attribute attribute) {
        ProtobufWriter message = new ProtobufWriter().text(1, attribute.name());
        return switch (attribute) {
            case Attribute.Whole whole -> message.integer(3, whole.value()).integer(20, 2);
            case Attribute.Text text -> message.text(4, text.value()).integer(20, 3);
            case Attribute.WholeList list -> {
                for (long value : list.values()) {
                    message.integer(8, value);
                }
                yield message.integer(20, 7);
            }
        };
    }
}
