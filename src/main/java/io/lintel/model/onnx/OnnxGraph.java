package io.lintel.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Map<String, int[]> inputs = new LinkedHashMap<>();
    private final Map<String, int[]> outputs = new LinkedHashMap<>();
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
        inputs.put(unique(input), positive(input, shape));
        return input;
    }

    /**
     * Makes a value an output.
     *
     * @param shape without the batch, which comes first
     */
    public void output(String output, int... shape) {
        outputs.put(output, positive(output, shape));
    }

    /**
     * Adds a node with one output.
     *
     * @param inputs names; empty for an optional input that is left out
     * @return the output's name
     */
    public String node(String operator, String output, List<String> inputs, Attribute... attributes) {
        for (String input : inputs) {
            if (!input.isEmpty() && !names.contains(input)) {
                throw new IllegalArgumentException(output + " reads " + input + ", which nothing has made yet");
            }
        }
        nodes.add(new Node(operator, unique(output), List.copyOf(inputs), List.of(attributes)));
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

    String name() {
        return name;
    }

    /** In the order in which they run. */
    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** By name. */
    Map<String, Constant> constants() {
        return Collections.unmodifiableMap(constants);
    }

    /** Their shapes without the batch. */
    Map<String, int[]> inputs() {
        return Collections.unmodifiableMap(inputs);
    }

    /** Their shapes without the batch. */
    Map<String, int[]> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    /** The whole ONNX file. */
    public byte[] toModel() {
        ProtobufWriter graph = new ProtobufWriter();
        nodes.forEach(node -> graph.message(1, node(node)));
        graph.text(2, name);
        constants.forEach((constant, content) -> graph.message(5, tensor(constant, content)));
        inputs.forEach((input, shape) -> graph.message(11, valueInfo(input, shape)));
        outputs.forEach((output, shape) -> graph.message(12, valueInfo(output, shape)));
        ProtobufWriter opset = new ProtobufWriter().text(1, "").integer(2, OPSET);
        return new ProtobufWriter()
                .integer(1, IR_VERSION)
                .text(2, "lintel")
                .message(7, graph)
                .message(8, opset)
                .toByteArray();
    }

    /** As {@link #toModel}, of a graph that calculates the same in the layout that ONNX Runtime is quick at ({@link PaddedChannels}). */
    public byte[] toPaddedModel() {
        return new PaddedChannels(this).padded().toModel();
    }

    private String tensor(String constant, int type, byte[] raw, int count, int... shape) {
        long elements = 1;
        for (int size : shape) {
            elements *= size;
        }
        if (elements != count) {
            throw new IllegalArgumentException(constant + " has " + count + " values for a shape of " + elements);
        }
        return constant(constant, new Constant(type, raw, shape));
    }

    private static int[] positive(String value, int[] shape) {
        if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(value + " has a size below one");
        }
        return shape;
    }

    String constant(String constant, Constant content) {
        constants.put(unique(constant), content);
        return constant;
    }

    private String unique(String value) {
        if (value.isEmpty() || !names.add(value)) {
            throw new IllegalArgumentException("the graph has a value called '" + value + "' already");
        }
        return value;
    }

    private static ProtobufWriter node(Node node) {
        ProtobufWriter message = new ProtobufWriter();
        node.inputs().forEach(input -> message.text(1, input));
        message.text(2, node.output()).text(3, node.output()).text(4, node.operator());
        node.attributes().forEach(attribute -> message.message(5, attribute(attribute)));
        return message;
    }

    private static ProtobufWriter tensor(String constant, Constant content) {
        ProtobufWriter tensor = new ProtobufWriter();
        for (int size : content.shape()) {
            tensor.integer(1, size);
        }
        return tensor.integer(2, content.type()).text(8, constant).bytes(9, content.raw());
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
