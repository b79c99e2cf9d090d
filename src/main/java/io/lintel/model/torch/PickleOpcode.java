package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;

/** The opcodes of pickle protocol 2 that a saved state dictionary is made of. Python's pickletools.py describes each. */
enum PickleOpcode {
    PROTO(0x80),
    STOP('.'),
    MARK('('),
    NONE('N'),
    NEWTRUE(0x88),
    NEWFALSE(0x89),
    BININT('J'),
    BININT1('K'),
    BININT2('M'),
    LONG1(0x8a),
    BINUNICODE('X'),
    EMPTY_TUPLE(')'),
    TUPLE1(0x85),
    TUPLE2(0x86),
    TUPLE3(0x87),
    TUPLE('t'),
    EMPTY_LIST(']'),
    APPEND('a'),
    APPENDS('e'),
    EMPTY_DICT('}'),
    SETITEM('s'),
    SETITEMS('u'),
    BINPUT('q'),
    LONG_BINPUT('r'),
    BINGET('h'),
    LONG_BINGET('j'),
    GLOBAL('c'),
    BINPERSID('Q'),
    REDUCE('R'),
    BUILD('b');

    private static final PickleOpcode[] BY_CODE = new PickleOpcode[256];

    static {
        for (PickleOpcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    PickleOpcode(int code) {
        this.code = code;
    }

    static PickleOpcode of(byte code) {
        PickleOpcode opcode = BY_CODE[Byte.toUnsignedInt(code)];
        if (opcode == null) {
            throw new ModelFormatException("the pickle uses opcode 0x%02x, which no state dictionary needs"
                    .formatted(Byte.toUnsignedInt(code)));
        }
        return opcode;
    }
}
