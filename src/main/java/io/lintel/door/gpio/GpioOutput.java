package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;

/**
 * An output line. Its first level is part of the request itself, so that the line goes to it without a glitch (what Pi4J's
 * own providers get wrong, Pi4J issue 654). Thread-safe.
 */
public final class GpioOutput implements AutoCloseable {

    private static final int NONE = -1;

    private final LibC libc;
    private final GpioLocation location;
    private final OutputLine line;
    private final String consumer;
    private int fd = NONE;

    private GpioOutput(LibC libc, GpioLocation location, OutputLine line, String consumer) {
        this.libc = libc;
        this.location = location;
        this.line = line;
        this.consumer = consumer;
    }

    /**
     * Takes the line, at a level.
     *
     * @param consumer who we are, for others that look at the line; 31 bytes
     * @throws GpioException if it cannot be had
     */
    public static GpioOutput request(
            LibC libc, GpioLocation location, OutputLine line, String consumer, boolean active) {
        GpioOutput output = new GpioOutput(libc, location, line, consumer);
        output.take(active);
        return output;
    }

    /**
     * Sets the level. After a failed write the line is given back, and the next call takes it anew, level included: a chip
     * that was unplugged and is back has forgotten us.
     *
     * @throws GpioException if it is not certain that the level is set
     */
    public synchronized void set(boolean active) {
        if (fd == NONE) {
            take(active);
            return;
        }
        Struct values = new Struct(Uapi.VALUES_SIZE).putLong(0, active ? 1 : 0).putLong(Uapi.VALUES_MASK, 1);
        int result = libc.ioctl(fd, Uapi.SET_VALUES_IOCTL, values.bytes());
        if (result < 0) {
            close();
            throw new GpioException(
                    "GPIO line " + location + " cannot be set: " + Errno.describe(result),
                    "check that the chip is still there: `gpioinfo`");
        }
    }

    /** Gives the line back at the level it has. */
    @Override
    public synchronized void close() {
        if (fd != NONE) {
            libc.close(fd);
            fd = NONE;
        }
    }

    private synchronized void take(boolean active) {
        try (GpioChip chip = GpioChip.open(libc, location.device())) {
            fd = chip.request(location, LineRequest.output(location.offset(), line, consumer, active));
        }
    }
}
