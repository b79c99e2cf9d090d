package io.lintel.system.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The C library by java.lang.foreign: the JVM's binding. */
final class ForeignLibC implements LibC {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = bind("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
    private static final MethodHandle CLOSE = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle IOCTL =
            bind("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), 2);
    private static final MethodHandle READ =
            bind("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), -1);
    private static final MethodHandle POLL =
            bind("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), -1);
    private static final MethodHandle SOCKET =
            bind("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), -1);
    private static final MethodHandle SENDTO = bind(
            "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT), -1);

    private static final MethodHandle SETENV =
            bind("setenv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT), -1);

    @Override
    public int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return result((int) OPEN.invokeExact(state, arena.allocateFrom(path), flags), state);
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int close(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return result((int) CLOSE.invokeExact(state, fd), state);
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int ioctl(int fd, int request, byte[] argument) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment struct = copyOf(argument, arena);
            long number = Integer.toUnsignedLong(request);
            int value = result((int) IOCTL.invokeExact(state, fd, number, struct), state);
            MemorySegment.copy(struct, JAVA_BYTE, 0, argument, 0, argument.length);
            return value;
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int read(int fd, byte[] into) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment buffer = arena.allocate(into.length, Long.BYTES);
            int count = result((long) READ.invokeExact(state, fd, buffer, (long) into.length), state);
            if (count > 0) {
                MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, count);
            }
            return count;
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int poll(byte[] pollFds, int timeoutMillis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            MemorySegment structs = copyOf(pollFds, arena);
            long count = pollFds.length / POLLFD_SIZE;
            int ready = result((int) POLL.invokeExact(state, structs, count, timeoutMillis), state);
            MemorySegment.copy(structs, JAVA_BYTE, 0, pollFds, 0, pollFds.length);
            return ready;
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return result((int) SOCKET.invokeExact(state, domain, type, protocol), state);
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int sendto(int fd, byte[] data, int flags, byte[] address) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return result(
                    (long) SENDTO.invokeExact(
                            state,
                            fd,
                            copyOf(data, arena),
                            (long) data.length,
                            flags,
                            copyOf(address, arena),
                            address.length),
                    state);
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    @Override
    public int setenv(String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            return result(
                    (int) SETENV.invokeExact(state, arena.allocateFrom(name), arena.allocateFrom(value), 1), state);
        } catch (Throwable broken) {
            throw unreachable(broken);
        }
    }

    private static MethodHandle bind(String name, FunctionDescriptor descriptor, int firstVariadic) {
        Linker.Option errno = Linker.Option.captureCallState("errno");
        MemorySegment symbol = LINKER.defaultLookup().findOrThrow(name);
        return firstVariadic < 0
                ? LINKER.downcallHandle(symbol, descriptor, errno)
                : LINKER.downcallHandle(symbol, descriptor, errno, Linker.Option.firstVariadicArg(firstVariadic));
    }

    private static int result(long value, MemorySegment state) {
        return value < 0 ? -(int) ERRNO.get(state, 0L) : Math.toIntExact(value);
    }

    /** Eight-byte aligned, as {@code __aligned_u64} in the kernel's structs asks for. */
    private static MemorySegment copyOf(byte[] bytes, Arena arena) {
        MemorySegment segment = arena.allocate(bytes.length, Long.BYTES);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private static AssertionError unreachable(Throwable broken) {
        return new AssertionError("a C call itself never throws", broken);
    }
}
