package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;

/** An input line whose edges the kernel reports. Used by the {@link EdgeWatcher}'s thread once it watches. */
public final class GpioInput implements AutoCloseable {

    private static final int NONE = -1;
    private static final int EVENTS = 16;

    private final LibC libc;
    private final GpioLocation location;
    private final GpioInputLine line;
    private final String consumer;
    private final LevelListener listener;
    private int fd = NONE;
    private int lineSequence;
    private boolean level;

    private GpioInput(LibC libc, GpioLocation location, GpioInputLine line, String consumer, LevelListener listener) {
        this.libc = libc;
        this.location = location;
        this.line = line;
        this.consumer = consumer;
        this.listener = listener;
    }

    /**
     * Takes the line and tells its level.
     *
     * @param consumer who we are, for others that look at the line; 31 bytes
     * @throws GpioException if it cannot be had or read
     */
    public static GpioInput request(
            LibC libc, GpioLocation location, GpioInputLine line, String consumer, LevelListener listener) {
        GpioInput input = new GpioInput(libc, location, line, consumer, listener);
        input.take();
        return input;
    }

    /** For poll; negative, which poll skips, while the line is lost. */
    int descriptor() {
        return fd;
    }

    /** Reads what edges there are. */
    void readEdges() {
        Struct events = new Struct(EVENTS * Uapi.EVENT_SIZE);
        int count = libc.read(fd, events.bytes());
        if (count < Uapi.EVENT_SIZE) {
            lost(count < 0 ? Errno.describe(count) : "no more events");
            return;
        }
        boolean gap = false;
        for (int at = 0; at + Uapi.EVENT_SIZE <= count; at += Uapi.EVENT_SIZE) {
            int sequence = events.intAt(at + Uapi.EVENT_LINE_SEQNO);
            gap |= sequence != lineSequence + 1;
            lineSequence = sequence;
            tell(events.intAt(at + Uapi.EVENT_ID) == Uapi.EVENT_RISING_EDGE);
        }
        if (gap) {
            compare();
        }
    }

    /** Compares the level that was told with the line's; takes a lost line anew. Now and then, against what was missed. */
    void check() {
        if (fd != NONE) {
            compare();
            return;
        }
        try {
            take();
        } catch (GpioException stillLost) {
            // told when it was lost; the next check tries again
            close();
        }
    }

    /** Poll says that the line is gone. */
    void lost(String why) {
        close();
        listener.failed("GPIO line " + location + " cannot be read: " + why);
    }

    @Override
    public void close() {
        if (fd != NONE) {
            libc.close(fd);
            fd = NONE;
        }
    }

    private void take() {
        try (GpioChip chip = GpioChip.open(libc, location.device())) {
            fd = chip.request(location, LineRequest.input(location.offset(), line, consumer));
        }
        lineSequence = 0;
        Struct values = values();
        int result = libc.ioctl(fd, Uapi.GET_VALUES_IOCTL, values.bytes());
        if (result < 0) {
            close();
            throw new GpioException(
                    "GPIO line " + location + " cannot be read: " + Errno.describe(result),
                    "check the chip with `gpioinfo`");
        }
        tell((values.longAt(0) & 1) != 0);
    }

    private void compare() {
        Struct values = values();
        int result = libc.ioctl(fd, Uapi.GET_VALUES_IOCTL, values.bytes());
        boolean now = (values.longAt(0) & 1) != 0;
        if (result < 0) {
            lost(Errno.describe(result));
        } else if (now != level) {
            tell(now);
        }
    }

    private void tell(boolean now) {
        level = now;
        listener.level(now);
    }

    private static Struct values() {
        return new Struct(Uapi.VALUES_SIZE).putLong(Uapi.VALUES_MASK, 1);
    }
}
