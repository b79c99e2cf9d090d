package io.lintel.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Another embedder, made of one by an edit of its graph: it takes pixels in the order BGR that are not divided by 128 yet, and gives only the first
 * values of the embedding.
 */
public final class ShortenedModel {

    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int GRAPH = 7;

    private ShortenedModel() {}

    /** @param onnx an embedder of one input of 112 x 112 pixels and one output */
    public static byte[] of(byte[] onnx, int dimension) {
        return edited(onnx, dimension, false);
    }

    /** The same, which gives the whole embedding beside the short one. */
    public static byte[] withBothOutputs(byte[] onnx, int dimension) {
        return edited(onnx, dimension, true);
    }

    private static byte[] edited(byte[] onnx, int dimension, boolean both) {
        ProtobufWriter model = new ProtobufWriter();
        for (Field field : Field.all(onnx)) {
            if (field.number() == GRAPH) {
                model.message(GRAPH, graph(field.bytes(), dimension, both));
            } else if (field.isNumber()) {
                model.integer(field.number(), field.value());
            } else {
                model.bytes(field.number(), field.bytes());
            }
        }
        return model.toByteArray();
    }

    private static ProtobufWriter graph(byte[] graph, int dimension, boolean both) {
        List<Field> fields = Field.all(graph);
        ProtobufWriter edited = new ProtobufWriter();
        edited.message(NODE, slice("pixels", "rgb", "last", "before", "channels", "backwards"));
        edited.message(
                NODE,
                new ProtobufWriter()
                        .text(1, "rgb")
                        .text(1, "share")
                        .text(2, nameOf(fields, INPUT))
                        .text(3, "divide")
                        .text(4, "Mul"));
        for (Field field : fields) {
            if (field.number() == INPUT) {
                edited.message(INPUT, value("pixels", 3, 112, 112));
            } else if (field.number() != OUTPUT || both) {
                edited.bytes(field.number(), field.bytes());
            }
        }
        edited.message(NODE, slice(nameOf(fields, OUTPUT), "short", "zero", "length", "channels", "one"));
        edited.message(INITIALIZER, whole("last", -1)).message(INITIALIZER, whole("before", -4));
        edited.message(INITIALIZER, whole("channels", 1)).message(INITIALIZER, whole("backwards", -1));
        edited.message(INITIALIZER, whole("zero", 0)).message(INITIALIZER, whole("length", dimension));
        edited.message(INITIALIZER, whole("one", 1));
        byte[] share = ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1 / 128f)
                .array();
        edited.message(
                INITIALIZER, new ProtobufWriter().integer(2, 1).text(8, "share").bytes(9, share));
        return edited.message(OUTPUT, value("short", dimension));
    }

    /** The name of the graph's only input or output. */
    private static String nameOf(List<Field> graph, int kind) {
        byte[] value = graph.stream()
                .filter(field -> field.number() == kind)
                .findFirst()
                .orElseThrow()
                .bytes();
        byte[] name = Field.all(value).stream()
                .filter(field -> field.number() == 1)
                .findFirst()
                .orElseThrow()
                .bytes();
        return new String(name, StandardCharsets.UTF_8);
    }

    private static ProtobufWriter slice(
            String data, String output, String starts, String ends, String axes, String steps) {
        return new ProtobufWriter()
                .text(1, data)
                .text(1, starts)
                .text(1, ends)
                .text(1, axes)
                .text(1, steps)
                .text(2, output)
                .text(3, "make " + output)
                .text(4, "Slice");
    }

    private static ProtobufWriter whole(String name, long value) {
        return new ProtobufWriter()
                .integer(1, 1)
                .integer(2, 7)
                .text(8, name)
                .bytes(
                        9,
                        ByteBuffer.allocate(8)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(value)
                                .array());
    }

    private static ProtobufWriter value(String name, int... shape) {
        ProtobufWriter dimensions = new ProtobufWriter().message(1, new ProtobufWriter().text(2, "N"));
        for (int size : shape) {
            dimensions.message(1, new ProtobufWriter().integer(1, size));
        }
        ProtobufWriter tensor = new ProtobufWriter().integer(1, 1).message(2, dimensions);
        return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
    }

    /** A field of a message, as far as ONNX files use the wire format: a number, or bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Field(int number, boolean isNumber, long value, byte[] bytes) {

        static List<Field> all(byte[] bytes) {
            ByteBuffer message = ByteBuffer.wrap(bytes);
            List<Field> fields = new ArrayList<>();
            while (message.hasRemaining()) {
                long tag = varint(message);
                int number = (int) (tag >>> 3);
                switch ((int) (tag & 7)) {
                    case 0 -> fields.add(new Field(number, true, varint(message), new byte[0]));
                    case 2 -> {
                        byte[] content = new byte[(int) varint(message)];
                        message.get(content);
                        fields.add(new Field(number, false, 0, content));
                    }
                    default -> throw new IllegalArgumentException("wire type " + (tag & 7));
                }
            }
            return fields;
        }

        private static long varint(ByteBuffer message) {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = message.get();
                value |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }
    }
}
