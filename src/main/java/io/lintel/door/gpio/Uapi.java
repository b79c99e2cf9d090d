package io.lintel.door.gpio;

/**
 * Numbers of {@code <linux/gpio.h>}, GPIO uAPI v2. Sizes and offsets are fixed by the kernel for 32 and 64 bits alike;
 * {@code UapiTest} holds the bytes that a C compiler made of the same structs.
 */
final class Uapi {

    static final int GET_CHIPINFO_IOCTL = 0x8044B401;
    static final int GET_LINEINFO_IOCTL = 0xC100B405;
    static final int GET_LINE_IOCTL = 0xC250B407;
    static final int GET_VALUES_IOCTL = 0xC010B40E;
    static final int SET_VALUES_IOCTL = 0xC010B40F;

    static final int NAME_SIZE = 32;

    static final int CHIP_INFO_SIZE = 68;
    static final int CHIP_INFO_LABEL = 32;
    static final int CHIP_INFO_LINES = 64;

    static final int LINE_INFO_SIZE = 256;
    static final int LINE_INFO_CONSUMER = 32;
    static final int LINE_INFO_OFFSET = 64;
    static final int LINE_INFO_FLAGS = 72;

    static final int REQUEST_SIZE = 592;
    static final int REQUEST_CONSUMER = 256;
    static final int REQUEST_FLAGS = 288;
    static final int REQUEST_NUM_ATTRS = 296;
    static final int REQUEST_ATTR_ID = 320;
    static final int REQUEST_ATTR_VALUE = 328;
    static final int REQUEST_ATTR_MASK = 336;
    static final int REQUEST_NUM_LINES = 560;
    static final int REQUEST_FD = 588;

    static final int ATTR_ID_OUTPUT_VALUES = 2;
    static final int ATTR_ID_DEBOUNCE = 3;

    static final int VALUES_SIZE = 16;
    static final int VALUES_MASK = 8;

    static final int EVENT_SIZE = 48;
    static final int EVENT_ID = 8;
    static final int EVENT_LINE_SEQNO = 20;
    static final int EVENT_RISING_EDGE = 1;

    static final long FLAG_USED = 1;
    static final long FLAG_ACTIVE_LOW = 1 << 1;
    static final long FLAG_INPUT = 1 << 2;
    static final long FLAG_OUTPUT = 1 << 3;
    static final long FLAG_EDGE_RISING = 1 << 4;
    static final long FLAG_EDGE_FALLING = 1 << 5;
    static final long FLAG_OPEN_DRAIN = 1 << 6;
    static final long FLAG_OPEN_SOURCE = 1 << 7;
    static final long FLAG_BIAS_PULL_UP = 1 << 8;
    static final long FLAG_BIAS_PULL_DOWN = 1 << 9;
    static final long FLAG_BIAS_DISABLED = 1 << 10;

    private Uapi() {}
}
