package io.lintel.system.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** A bound AF_UNIX datagram socket: what systemd holds at the other end. */
public final class UnixDatagramSocket implements AutoCloseable {

    private static final Linker LINKER = Linker.nativeLinker();

    private final int fd;

    /** @param name a path, or an abstract name that starts with a zero character */
    public UnixDatagramSocket(String name) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        fd = (int) call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), 1, 2, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(110, 8);
            address.set(JAVA_SHORT, 0, (short) 1);
            MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, 2, path.length);
            int length = 2 + path.length + (path[0] == 0 ? 0 : 1);
            FunctionDescriptor bind = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
            if ((int) call("bind", bind, fd, address, length) != 0) {
                throw new IllegalStateException("cannot bind " + name);
            }
        }
    }

    /** The next message; waits at most five seconds. */
    public String receive() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pollFd = arena.allocate(8, 8);
            pollFd.set(JAVA_INT, 0, fd);
            pollFd.set(JAVA_SHORT, 4, (short) 1);
            FunctionDescriptor poll = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
            if ((int) call("poll", poll, pollFd, 1L, 5000) != 1) {
                throw new IllegalStateException("no message within five seconds");
            }
            MemorySegment buffer = arena.allocate(4096);
            FunctionDescriptor recv = FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
            long count = (long) call("recv", recv, fd, buffer, 4096L, 0);
            return new String(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), fd);
    }

    private static Object call(String name, FunctionDescriptor descriptor, Object... arguments) {
        try {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor)
                    .invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }
}
