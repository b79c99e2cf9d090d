package io.lintel.model.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A table of a flatbuffer, read in place. Fields go by their number in the schema; one that is absent has its default. Damage
 * shows as an {@link IndexOutOfBoundsException}, never as a read outside the buffer.
 */
final class FlatTable {

    private final ByteBuffer buffer;
    private final int position;

    private FlatTable(ByteBuffer buffer, int position) {
        this.buffer = buffer;
        this.position = position;
    }

    static FlatTable root(ByteBuffer file) {
        ByteBuffer buffer = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(buffer, follow(buffer, 0));
    }

    int integer(int field, int otherwise) {
        int at = at(field);
        return at == 0 ? otherwise : buffer.getInt(at);
    }

    int octet(int field, int otherwise) {
        int at = at(field);
        return at == 0 ? otherwise : buffer.get(at);
    }

    boolean flag(int field) {
        return octet(field, 0) != 0;
    }

    boolean has(int field) {
        return at(field) != 0;
    }

    String text(int field) {
        return StandardCharsets.UTF_8.decode(bytes(field)).toString();
    }

    /** The content of a vector of bytes; empty if absent. */
    ByteBuffer bytes(int field) {
        int at = at(field);
        if (at == 0) {
            return ByteBuffer.allocate(0);
        }
        int vector = follow(buffer, at);
        return buffer.slice(vector + Integer.BYTES, buffer.getInt(vector)).order(ByteOrder.LITTLE_ENDIAN);
    }

    List<Integer> integers(int field) {
        List<Integer> integers = new ArrayList<>();
        forEachElement(field, element -> integers.add(buffer.getInt(element)));
        return List.copyOf(integers);
    }

    List<FlatTable> tables(int field) {
        List<FlatTable> tables = new ArrayList<>();
        forEachElement(field, element -> tables.add(new FlatTable(buffer, follow(buffer, element))));
        return List.copyOf(tables);
    }

    Optional<FlatTable> table(int field) {
        int at = at(field);
        return at == 0 ? Optional.empty() : Optional.of(new FlatTable(buffer, follow(buffer, at)));
    }

    private void forEachElement(int field, IntConsumer visitor) {
        int at = at(field);
        if (at == 0) {
            return;
        }
        int vector = follow(buffer, at);
        int count = buffer.getInt(vector);
        for (int i = 0; i < count; i++) {
            visitor.accept(vector + Integer.BYTES * (1 + i));
        }
    }

    /** Where a field's value stands; 0 if it is absent. */
    private int at(int field) {
        int vtable = position - buffer.getInt(position);
        int entry = Short.BYTES * (2 + field);
        if (entry >= Short.toUnsignedInt(buffer.getShort(vtable))) {
            return 0;
        }
        int offset = Short.toUnsignedInt(buffer.getShort(vtable + entry));
        return offset == 0 ? 0 : position + offset;
    }

    private static int follow(ByteBuffer buffer, int at) {
        return at + buffer.getInt(at);
    }
}
