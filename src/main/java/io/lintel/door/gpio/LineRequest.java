package io.lintel.door.gpio;

/** Makes {@code struct gpio_v2_line_request} for one line. */
final class LineRequest {

    private LineRequest() {}

    static Struct output(int offset, OutputLine line, String consumer, boolean active) {
        return request(offset, consumer, line.flags(), Uapi.ATTR_ID_OUTPUT_VALUES)
                .putLong(Uapi.REQUEST_ATTR_VALUE, active ? 1 : 0);
    }

    static Struct input(int offset, GpioInputLine line, String consumer) {
        if (line.debounceMicros() == 0) {
            return request(offset, consumer, line.flags());
        }
        return request(offset, consumer, line.flags(), Uapi.ATTR_ID_DEBOUNCE)
                .putInt(Uapi.REQUEST_ATTR_VALUE, line.debounceMicros());
    }

    private static Struct request(int offset, String consumer, long flags, int attribute) {
        return request(offset, consumer, flags)
                .putInt(Uapi.REQUEST_NUM_ATTRS, 1)
                .putInt(Uapi.REQUEST_ATTR_ID, attribute)
                .putLong(Uapi.REQUEST_ATTR_MASK, 1);
    }

    private static Struct request(int offset, String consumer, long flags) {
        return new Struct(Uapi.REQUEST_SIZE)
                .putInt(0, offset)
                .putName(Uapi.REQUEST_CONSUMER, consumer)
                .putLong(Uapi.REQUEST_FLAGS, flags)
                .putInt(Uapi.REQUEST_NUM_LINES, 1);
    }
}
