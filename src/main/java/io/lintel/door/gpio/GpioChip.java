package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An open GPIO chip. Not thread-safe; short-lived: lines that were requested outlive it. */
final class GpioChip implements AutoCloseable {

    private final LibC libc;
    private final Path device;
    private final int fd;
    private final String label;
    private final int lines;

    private GpioChip(LibC libc, Path device, int fd) {
        this.libc = libc;
        this.device = device;
        this.fd = fd;
        Struct info = new Struct(Uapi.CHIP_INFO_SIZE);
        int result = libc.ioctl(fd, Uapi.GET_CHIPINFO_IOCTL, info.bytes());
        if (result < 0) {
            libc.close(fd);
            throw new GpioException(
                    device + " does not answer as a GPIO chip: " + Errno.describe(result),
                    "choose a /dev/gpiochip* device of a kernel 5.10 or later");
        }
        this.label = info.nameAt(Uapi.CHIP_INFO_LABEL);
        this.lines = info.intAt(Uapi.CHIP_INFO_LINES);
    }

    /** Opens a chip; throws a {@link GpioException} that says why it cannot and what to do. */
    static GpioChip open(LibC libc, Path device) {
        int fd = libc.open(device.toString(), LibC.O_RDWR | LibC.O_CLOEXEC);
        if (fd < 0) {
            throw DeviceAccess.explain(device, fd);
        }
        return new GpioChip(libc, device, fd);
    }

    String label() {
        return label;
    }

    /** @throws GpioException if the chip has no such offset */
    GpioLocation at(int offset) {
        if (offset >= lines) {
            throw new GpioException(
                    device + " (" + label + ") has no line " + offset + ", only 0 to " + (lines - 1),
                    "correct the offset; `gpioinfo` lists the lines");
        }
        return new GpioLocation(device, offset, lineInfo(offset).nameAt(0));
    }

    Optional<GpioLocation> named(String name) {
        for (int offset = 0; offset < lines; offset++) {
            if (lineInfo(offset).nameAt(0).equals(name)) {
                return Optional.of(new GpioLocation(device, offset, name));
            }
        }
        return Optional.empty();
    }

    /**
     * Asks for a line.
     *
     * @return the line's own descriptor
     * @throws GpioException naming who has the line, if somebody has
     */
    int request(GpioLocation line, Struct request) {
        int result = libc.ioctl(fd, Uapi.GET_LINE_IOCTL, request.bytes());
        if (result >= 0) {
            return request.intAt(Uapi.REQUEST_FD);
        }
        Struct info = lineInfo(line.offset());
        if ((info.longAt(Uapi.LINE_INFO_FLAGS) & Uapi.FLAG_USED) != 0) {
            String consumer = info.nameAt(Uapi.LINE_INFO_CONSUMER);
            throw new GpioException(
                    "GPIO line " + line + " is in use by '" + (consumer.isEmpty() ? "the kernel" : consumer) + "'",
                    "stop that program or driver, or choose another line; `gpioinfo` shows who uses which");
        }
        throw new GpioException(
                "GPIO line " + line + " cannot be set up: " + Errno.describe(result),
                "the chip may lack what was asked for (pull resistor, open drain, edge events): choose another line or "
                        + "setting; uAPI v2 needs a kernel 5.10 or later");
    }

    List<LineSurvey.Line> survey() {
        return IntStream.range(0, lines).mapToObj(this::survey).toList();
    }

    LineSurvey.Line survey(int offset) {
        Struct info = lineInfo(offset);
        long flags = info.longAt(Uapi.LINE_INFO_FLAGS);
        String consumer = info.nameAt(Uapi.LINE_INFO_CONSUMER);
        return new LineSurvey.Line(
                String.valueOf(device.getFileName()),
                offset,
                info.nameAt(0),
                (flags & Uapi.FLAG_USED) == 0
                        ? Optional.empty()
                        : Optional.of(consumer.isEmpty() ? "the kernel" : consumer),
                (flags & Uapi.FLAG_OUTPUT) != 0);
    }

    @Override
    public void close() {
        libc.close(fd);
    }

    private Struct lineInfo(int offset) {
        Struct info = new Struct(Uapi.LINE_INFO_SIZE).putInt(Uapi.LINE_INFO_OFFSET, offset);
        int result = libc.ioctl(fd, Uapi.GET_LINEINFO_IOCTL, info.bytes());
        if (result < 0) {
            throw new GpioException(
                    "line " + offset + " of " + device + " cannot be looked at: " + Errno.describe(result),
                    "check the chip with `gpioinfo`; uAPI v2 needs a kernel 5.10 or later");
        }
        return info;
    }
}
