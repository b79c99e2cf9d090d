package io.lintel.door.gpio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A kernel struct as bytes in native order. */
final class Struct {

    private final byte[] bytes;
    private final ByteBuffer buffer;

    Struct(int size) {
        bytes = new byte[size];
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** The memory itself, for the kernel to read and write. */
    byte[] bytes() {
        return bytes;
    }

    int intAt(int offset) {
        return buffer.getInt(offset);
    }

    long longAt(int offset) {
        return buffer.getLong(offset);
    }

    /** A {@code char[32]} that a zero ends. */
    String nameAt(int offset) {
        int end = offset;
        while (end < offset + Uapi.NAME_SIZE && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }

    Struct putInt(int offset, int value) {
        buffer.putInt(offset, value);
        return this;
    }

    Struct putLong(int offset, long value) {
        buffer.putLong(offset, value);
        return this;
    }

    /** Cut to 31 bytes. */
    Struct putName(int offset, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        buffer.put(offset, utf8, 0, Math.min(utf8.length, Uapi.NAME_SIZE - 1));
        return this;
    }
}
