package io.lintel.door.gpio;

import io.lintel.system.MonotonicClock;
import io.lintel.system.libc.Errno;
import io.lintel.system.libc.LibC;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Waits in the kernel for edges of all inputs, in one thread. Once a second it also compares every level and takes lost lines
 * anew, so that a missed edge or an unplugged chip is right again within a second. Thread-safe.
 */
public final class EdgeWatcher implements AutoCloseable {

    private static final int WAIT_MILLIS = 200;
    private static final long CHECK_NANOS = 1_000_000_000L;
    private static final Duration STOP = Duration.ofSeconds(1);

    private final LibC libc;
    private final MonotonicClock clock;
    private final List<GpioInput> inputs = new CopyOnWriteArrayList<>();
    private volatile boolean closing;
    private @Nullable Thread thread;
    private long checked;

    public EdgeWatcher(LibC libc, MonotonicClock clock) {
        this.libc = libc;
        this.clock = clock;
        this.checked = clock.nanos();
    }

    /** Watches an input from now on, and owns it: {@link #close} closes it too. */
    public synchronized void watch(GpioInput input) {
        inputs.add(input);
        if (thread == null && !closing) {
            thread = Thread.ofPlatform().daemon().name("door-inputs").start(this::run);
        }
    }

    @Override
    public void close() {
        closing = true;
        Thread running;
        synchronized (this) {
            running = thread;
            thread = null;
        }
        try {
            if (running == null || running.join(STOP)) {
                inputs.forEach(GpioInput::close);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        inputs.clear();
    }

    private void run() {
        while (!closing) {
            pollOnce();
            if (clock.nanos() - checked >= CHECK_NANOS) {
                checked = clock.nanos();
                inputs.forEach(GpioInput::check);
            }
        }
    }

    private void pollOnce() {
        List<GpioInput> watched = List.copyOf(inputs);
        ByteBuffer pollFds =
                ByteBuffer.allocate(watched.size() * LibC.POLLFD_SIZE).order(ByteOrder.nativeOrder());
        for (GpioInput input : watched) {
            pollFds.putInt(input.descriptor()).putShort(LibC.POLLIN).putShort((short) 0);
        }
        int ready = libc.poll(pollFds.array(), WAIT_MILLIS);
        if (ready < 0 && ready != Errno.EINTR.negated()) {
            // never seen; every input is then an alarm, and is taken anew by the next check
            watched.forEach(input -> input.lost(Errno.describe(ready)));
        }
        for (int i = 0; ready > 0 && i < watched.size(); i++) {
            short events = pollFds.getShort(i * LibC.POLLFD_SIZE + 6);
            if ((events & LibC.POLLIN) != 0) {
                watched.get(i).readEdges();
            } else if (events != 0) {
                watched.get(i).lost("the chip is gone");
            }
        }
    }
}
