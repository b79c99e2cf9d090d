package io.lintel.model.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles as PyTorch does, and worse ones. */
final class PickleWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        raw(0x80, 2);
    }

    PickleWriter raw(int... opcodes) {
        for (int opcode : opcodes) {
            out.write(opcode);
        }
        return this;
    }

    PickleWriter mark() {
        return raw('(');
    }

    PickleWriter tuple() {
        return raw('t');
    }

    PickleWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        raw('X');
        out.writeBytes(little(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    PickleWriter whole(int value) {
        raw('J');
        out.writeBytes(little(Integer.BYTES).putInt(value).array());
        return this;
    }

    PickleWriter global(String module, String name) {
        raw('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PickleWriter emptyOrderedDict() {
        return global("collections", "OrderedDict").raw(')', 'R');
    }

    /** A name and the tensor it stands for, to go into a dictionary. */
    PickleWriter tensor(String name, String storageType, String key, int elements, int[] shape, int[] strides) {
        text(name).global("torch._utils", "_rebuild_tensor_v2").mark();
        mark().text("storage")
                .global("torch", storageType)
                .text(key)
                .text("cpu")
                .whole(elements);
        tuple().raw('Q').whole(0);
        wholes(shape).wholes(strides).raw(0x89).emptyOrderedDict();
        return tuple().raw('R');
    }

    byte[] stop() {
        raw('.');
        return out.toByteArray();
    }

    private PickleWriter wholes(int... values) {
        mark();
        for (int value : values) {
            whole(value);
        }
        return tuple();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
