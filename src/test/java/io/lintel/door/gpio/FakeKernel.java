package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The kernel's side of the GPIO character device, at the line of the system calls: checks the bytes of each struct as strictly
 * as {@code gpiolib-cdev.c} does, padding included. Thread-safe.
 */
public final class FakeKernel implements LibC {

    private static final int CHIP_INFO = 0x8044B401;
    private static final int LINE_INFO = 0xC100B405;
    private static final int GET_LINE = 0xC250B407;
    private static final int GET_VALUES = 0xC010B40E;
    private static final int SET_VALUES = 0xC010B40F;

    private final Path dev;
    private final Map<String, FakeChip> chips = new HashMap<>();
    private final Map<Integer, FakeChip> openChips = new HashMap<>();
    private final Map<Integer, FakeLine> openLines = new HashMap<>();
    private int nextFd = 3;
    private int openError;

    public FakeKernel(Path dev) {
        this.dev = dev;
    }

    public synchronized FakeChip plug(String device, String label, int lines) {
        FakeChip chip = new FakeChip(this, device, label, lines);
        chips.put(dev.resolve(device).toString(), chip);
        try {
            Files.writeString(dev.resolve(device), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return chip;
    }

    /** A second name for a chip, as Raspberry Pi OS makes one. */
    public synchronized void link(String name, FakeChip chip) {
        chips.put(dev.resolve(name).toString(), chip);
        try {
            Files.createSymbolicLink(dev.resolve(name), Path.of(chip.device()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The chip is gone: its lines answer ENODEV, as a USB adapter's do. */
    public synchronized void unplug(FakeChip chip) {
        chip.setGone(true);
        chips.values().remove(chip);
        notifyAll();
    }

    /** It is back, and has forgotten everybody. */
    public synchronized void replug(FakeChip chip) {
        openLines.values().removeIf(line -> line.chip() == chip);
        chip.setGone(false);
        chip.forget();
        chips.put(dev.resolve(chip.device()).toString(), chip);
    }

    /** From now on each open fails. @param errno 0 for no error */
    synchronized void refuseToOpen(int errno) {
        openError = errno;
    }

    public synchronized int openDescriptors() {
        return openChips.size() + openLines.size();
    }

    /** The process was killed. */
    public synchronized void closeAll() {
        openLines.values().forEach(FakeLine::release);
        openLines.clear();
        openChips.clear();
    }

    @Override
    public synchronized int open(String path, int flags) {
        if (openError != 0) {
            return -openError;
        }
        FakeChip chip = chips.get(path);
        if (chip == null) {
            return Errno.ENOENT.negated();
        }
        if (flags != (O_RDWR | O_CLOEXEC)) {
            throw new AssertionError("a GPIO chip is opened read-write and close-on-exec");
        }
        openChips.put(nextFd, chip);
        return nextFd++;
    }

    @Override
    public synchronized int close(int fd) {
        FakeLine line = openLines.remove(fd);
        if (line != null) {
            line.release();
            return 0;
        }
        return openChips.remove(fd) == null ? Errno.EBADF.negated() : 0;
    }

    @Override
    public synchronized int ioctl(int fd, int request, byte[] argument) {
        ByteBuffer struct = ByteBuffer.wrap(argument).order(ByteOrder.nativeOrder());
        FakeChip chip = openChips.get(fd);
        FakeLine line = openLines.get(fd);
        if (chip != null) {
            return onChip(chip, request, struct);
        }
        if (line == null) {
            return Errno.EBADF.negated();
        }
        if (line.chip().isGone()) {
            return Errno.ENODEV.negated();
        }
        return switch (request) {
            case GET_VALUES -> line.getValues(sized(struct, 16));
            case SET_VALUES -> line.setValues(sized(struct, 16));
            default -> Errno.ENOTTY.negated();
        };
    }

    private int onChip(FakeChip chip, int request, ByteBuffer struct) {
        return switch (request) {
            case CHIP_INFO -> {
                sized(struct, 68).put(0, padded(chip.device())).put(32, padded(chip.label()));
                struct.putInt(64, chip.lines().size());
                yield 0;
            }
            case LINE_INFO -> chip.lines().get(sized(struct, 256).getInt(64)).info(struct);
            case GET_LINE -> {
                int result = chip.lines().get(sized(struct, 592).getInt(0)).request(struct);
                if (result == 0) {
                    openLines.put(nextFd, chip.lines().get(struct.getInt(0)));
                    struct.putInt(588, nextFd++);
                }
                yield result;
            }
            default -> Errno.ENOTTY.negated();
        };
    }

    @Override
    public synchronized int read(int fd, byte[] into) {
        FakeLine line = openLines.get(fd);
        if (line == null) {
            return Errno.EBADF.negated();
        }
        return line.chip().isGone() ? Errno.ENODEV.negated() : line.readEvents(into);
    }

    @Override
    public synchronized int poll(byte[] pollFds, int timeoutMillis) {
        ByteBuffer struct = ByteBuffer.wrap(pollFds).order(ByteOrder.nativeOrder());
        int ready = ready(struct);
        if (ready == 0) {
            try {
                wait(timeoutMillis);
            } catch (InterruptedException stop) {
                return Errno.EINTR.negated();
            }
            ready = ready(struct);
        }
        return ready;
    }

    private int ready(ByteBuffer struct) {
        int ready = 0;
        for (int at = 0; at < struct.capacity(); at += POLLFD_SIZE) {
            FakeLine line = openLines.get(struct.getInt(at));
            int events = 0;
            if (line != null && line.chip().isGone()) {
                events = 0x18;
            } else if (line != null && line.hasEvents()) {
                events = POLLIN;
            }
            struct.putShort(at + 6, (short) events);
            ready += events == 0 ? 0 : 1;
        }
        return ready;
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return Errno.EOPNOTSUPP.negated();
    }

    @Override
    public int sendto(int fd, byte[] data, int flags, byte[] address) {
        return Errno.EOPNOTSUPP.negated();
    }

    static byte[] padded(String name) {
        return java.util.Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
    }

    static String name(ByteBuffer struct, int at) {
        StringBuilder name = new StringBuilder();
        for (int i = at; i < at + 32 && struct.get(i) != 0; i++) {
            name.append((char) struct.get(i));
        }
        return name.toString();
    }

    private static ByteBuffer sized(ByteBuffer struct, int size) {
        if (struct.capacity() != size) {
            throw new AssertionError("struct of " + struct.capacity() + " bytes instead of " + size);
        }
        return struct;
    }

    @Override
    public int setenv(String name, String value) {
        throw new UnsupportedOperationException("a GPIO chip has no environment");
    }
}
