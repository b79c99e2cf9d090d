package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.torch.PickleValue.Call;
import io.lintel.model.torch.PickleValue.Flag;
import io.lintel.model.torch.PickleValue.Global;
import io.lintel.model.torch.PickleValue.Mapping;
import io.lintel.model.torch.PickleValue.None;
import io.lintel.model.torch.PickleValue.Outside;
import io.lintel.model.torch.PickleValue.Sequence;
import io.lintel.model.torch.PickleValue.Text;
import io.lintel.model.torch.PickleValue.Whole;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a pickle as data. Python's own reader imports and calls whatever a pickle names, so that a model file can run any code;
 * this one knows the names that a state dictionary needs, refuses every other, and calls none of them. An opcode, which may be one
 * byte, makes at most one small object: the limit on a pickle's length bounds the memory.
 */
final class PickleReader {

    private static final String ORDERED_DICT = "collections.OrderedDict";
    private static final Set<String> KNOWN =
            Set.of(ORDERED_DICT, "torch._utils._rebuild_tensor_v2", "torch.FloatStorage", "torch.LongStorage");

    /** In bytes. MiniFASNet's is 80 KB: it holds names and shapes, while the numbers lie outside. */
    static final int LONGEST = 1 << 20;

    private final ByteBuffer in;
    private final PickleStack stack = new PickleStack();
    private final Map<Integer, PickleValue> memo = new HashMap<>();

    private PickleReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads one pickle and leaves the buffer behind it.
     *
     * @throws ModelFormatException if it is damaged or asks for anything that a state dictionary does not need
     */
    static PickleValue read(ByteBuffer in) {
        ByteBuffer pickle =
                in.slice(in.position(), Math.min(in.remaining(), LONGEST)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            PickleValue value = new PickleReader(pickle).read();
            in.position(in.position() + pickle.position());
            return value;
        } catch (BufferUnderflowException e) {
            throw new ModelFormatException("the pickle ends too soon or is longer than " + LONGEST + " bytes", e);
        }
    }

    private PickleValue read() {
        while (true) {
            PickleOpcode opcode = PickleOpcode.of(in.get());
            if (opcode == PickleOpcode.STOP) {
                return stack.pop();
            }
            step(opcode);
        }
    }

    private void step(PickleOpcode opcode) {
        switch (opcode) {
            case PROTO -> protocol(in.get());
            case STOP -> throw new IllegalStateException("the caller stops");
            case MARK -> stack.mark();
            case NONE -> stack.push(new None());
            case NEWTRUE -> stack.push(new Flag(true));
            case NEWFALSE -> stack.push(new Flag(false));
            case BININT -> stack.push(whole(in.getInt()));
            case BININT1 -> stack.push(whole(Byte.toUnsignedInt(in.get())));
            case BININT2 -> stack.push(whole(Short.toUnsignedInt(in.getShort())));
            case LONG1 -> stack.push(longInteger());
            case BINUNICODE -> stack.push(new Text(text(in.getInt())));
            case EMPTY_TUPLE -> stack.push(new Sequence(List.of()));
            case TUPLE1 -> stack.push(new Sequence(stack.popLast(1)));
            case TUPLE2 -> stack.push(new Sequence(stack.popLast(2)));
            case TUPLE3 -> stack.push(new Sequence(stack.popLast(3)));
            case TUPLE -> stack.push(new Sequence(stack.popToMark()));
            case EMPTY_LIST -> stack.push(new Sequence(new ArrayList<>()));
            case APPEND -> append(stack.popLast(1));
            case APPENDS -> append(stack.popToMark());
            case EMPTY_DICT -> stack.push(new Mapping(new LinkedHashMap<>()));
            case SETITEM -> put(stack.popLast(2));
            case SETITEMS -> put(stack.popToMark());
            case BINPUT -> memo.put(Byte.toUnsignedInt(in.get()), stack.peek());
            case LONG_BINPUT -> memo.put(in.getInt(), stack.peek());
            case BINGET -> stack.push(remembered(Byte.toUnsignedInt(in.get())));
            case LONG_BINGET -> stack.push(remembered(in.getInt()));
            case GLOBAL -> stack.push(global());
            case BINPERSID -> stack.push(new Outside(stack.pop()));
            case REDUCE -> stack.push(call());
            case BUILD -> ignoreState();
        }
    }

    private static void protocol(byte version) {
        if (version != 2) {
            throw new ModelFormatException("the pickle has protocol " + version + "; state dictionaries have 2");
        }
    }

    private Global global() {
        String name = line() + "." + line();
        if (!KNOWN.contains(name)) {
            throw new ModelFormatException("the pickle asks for " + name + ", which no state dictionary needs");
        }
        return new Global(name);
    }

    /** Kept as a note of who would be called with what; only the empty dictionary is made at once, since it is filled next. */
    private PickleValue call() {
        List<PickleValue> arguments = stack.pop().as(Sequence.class).elements();
        Global function = stack.pop().as(Global.class);
        return function.name().equals(ORDERED_DICT) && arguments.isEmpty()
                ? new Mapping(new LinkedHashMap<>())
                : new Call(function, arguments);
    }

    /** A state dictionary carries the versions of its layers as attributes, which do not matter here. */
    private void ignoreState() {
        stack.pop();
        stack.peek().as(Mapping.class);
    }

    private void append(List<PickleValue> elements) {
        if (!(stack.peek().as(Sequence.class).elements() instanceof ArrayList<PickleValue> list)) {
            throw new ModelFormatException("the pickle changes a tuple");
        }
        list.addAll(elements);
    }

    private void put(List<PickleValue> keysAndValues) {
        Map<String, PickleValue> entries = stack.peek().as(Mapping.class).entries();
        if (keysAndValues.size() % 2 != 0) {
            throw new ModelFormatException("the pickle has a key without a value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            entries.put(keysAndValues.get(i).text(), keysAndValues.get(i + 1));
        }
    }

    private Whole longInteger() {
        byte[] littleEndian = bytes(Byte.toUnsignedInt(in.get()));
        byte[] bigEndian = new byte[littleEndian.length + 1];
        for (int i = 0; i < littleEndian.length; i++) {
            bigEndian[littleEndian.length - i] = littleEndian[i];
        }
        // the sign is the last byte's highest bit
        bigEndian[0] = (byte) (littleEndian.length > 0 && littleEndian[littleEndian.length - 1] < 0 ? -1 : 0);
        return new Whole(new BigInteger(bigEndian));
    }

    private static Whole whole(int value) {
        return new Whole(BigInteger.valueOf(value));
    }

    private String text(int length) {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private String line() {
        int start = in.position();
        while (in.get() != '\n') {
            // to the end of the line
        }
        int length = in.position() - 1 - start;
        in.position(start);
        String line = text(length);
        in.get();
        return line;
    }

    private PickleValue remembered(int key) {
        PickleValue value = memo.get(key);
        if (value == null) {
            throw new ModelFormatException("the pickle recalls what it never kept");
        }
        return value;
    }
}
