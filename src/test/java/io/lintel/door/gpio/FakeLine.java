package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One line of a {@link FakeChip}: a wire with a level that a test reads or drives from outside. */
public final class FakeLine {

    private final FakeKernel kernel;
    private final FakeChip chip;
    private final List<Boolean> driven = new ArrayList<>();
    private final Queue<byte[]> events = new ArrayDeque<>();
    private String name = "";
    private String consumer = "";
    private long flags;
    private int debounceMicros;
    private boolean wire;
    private int sequence;
    private int setError;
    private boolean noEdges;

    FakeLine(FakeKernel kernel, FakeChip chip) {
        this.kernel = kernel;
        this.chip = chip;
    }

    public FakeLine named(String called) {
        name = called;
        return this;
    }

    public FakeLine usedBy(String who) {
        consumer = who;
        flags = Uapi.FLAG_USED;
        return this;
    }

    FakeLine withoutInterrupts() {
        noEdges = true;
        return this;
    }

    /** The voltage from outside, before the line is looked at. */
    public FakeLine wired(boolean high) {
        wire = high;
        return this;
    }

    /** Whether the wire is high. */
    public boolean isHigh() {
        synchronized (kernel) {
            return wire;
        }
    }

    /** Every level that was driven since the line was taken, the first included. */
    public List<Boolean> driven() {
        synchronized (kernel) {
            return List.copyOf(driven);
        }
    }

    public String consumer() {
        synchronized (kernel) {
            return consumer;
        }
    }

    long flags() {
        return flags;
    }

    int debounceMicros() {
        return debounceMicros;
    }

    FakeChip chip() {
        return chip;
    }

    void failToSet(int errno) {
        setError = errno;
    }

    /** Moves the wire from outside, with an edge event. */
    public void drive(boolean high) {
        synchronized (kernel) {
            if (wire != high) {
                wire = high;
                sequence++;
                events.add(event(active() ? 1 : 2, sequence));
            }
            kernel.notifyAll();
        }
    }

    /** Moves the wire, and the kernel's buffer was full: the event is lost, its number is not. */
    void driveUnseen(boolean high) {
        synchronized (kernel) {
            wire = high;
            sequence++;
        }
    }

    private boolean active() {
        return wire != ((flags & Uapi.FLAG_ACTIVE_LOW) != 0);
    }

    int info(ByteBuffer struct) {
        struct.put(0, FakeKernel.padded(name)).put(32, FakeKernel.padded(consumer));
        struct.putLong(72, flags);
        return 0;
    }

    int request(ByteBuffer struct) {
        boolean one = struct.getInt(560) == 1;
        boolean padding = zero(struct, 4, 256) && zero(struct, 300, 320) && zero(struct, 564, 588);
        int attributes = struct.getInt(296);
        padding &= zero(struct, 320 + 24 * attributes, 560) && (attributes == 0 || zero(struct, 324, 328));
        long wanted = struct.getLong(288);
        boolean output = (wanted & Uapi.FLAG_OUTPUT) != 0;
        if (!one || !padding || output == ((wanted & Uapi.FLAG_INPUT) != 0)) {
            return Errno.EINVAL.negated();
        }
        if ((flags & Uapi.FLAG_USED) != 0) {
            return Errno.EBUSY.negated();
        }
        if (!output && noEdges) {
            return Errno.ENXIO.negated();
        }
        flags = wanted | Uapi.FLAG_USED;
        consumer = FakeKernel.name(struct, 256);
        sequence = 0;
        events.clear();
        int attribute = attributes == 0 ? 0 : struct.getInt(320);
        if (output) {
            // without a value of its own the kernel drives inactive
            drives(attribute == 2 && (struct.getLong(328) & struct.getLong(336) & 1) != 0);
        }
        debounceMicros = attribute == 3 ? struct.getInt(328) : 0;
        return 0;
    }

    int getValues(ByteBuffer struct) {
        if (struct.getLong(8) != 1) {
            return Errno.EINVAL.negated();
        }
        struct.putLong(0, active() ? 1 : 0);
        return 0;
    }

    int setValues(ByteBuffer struct) {
        if (setError != 0) {
            return -setError;
        }
        if (struct.getLong(8) != 1 || (flags & Uapi.FLAG_OUTPUT) == 0) {
            return Errno.EPERM.negated();
        }
        drives(struct.getLong(0) == 1);
        return 0;
    }

    private void drives(boolean active) {
        wire = active != ((flags & Uapi.FLAG_ACTIVE_LOW) != 0);
        driven.add(wire);
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    int readEvents(byte[] into) {
        ByteBuffer out = ByteBuffer.wrap(into);
        while (!events.isEmpty() && out.remaining() >= 48) {
            out.put(events.remove());
        }
        return out.position() == 0 ? Errno.EAGAIN.negated() : out.position();
    }

    void release() {
        flags = 0;
        consumer = "";
        events.clear();
    }

    private static byte[] event(int id, int sequence) {
        return ByteBuffer.allocate(48)
                .order(ByteOrder.nativeOrder())
                .putInt(8, id)
                .putInt(16, sequence)
                .putInt(20, sequence)
                .array();
    }

    private static boolean zero(ByteBuffer struct, int from, int to) {
        for (int i = from; i < to; i++) {
            if (struct.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
