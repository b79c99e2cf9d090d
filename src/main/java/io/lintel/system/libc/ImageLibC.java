package io.lintel.system.libc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.graalvm.nativeimage.UnmanagedMemory;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CIntPointer;
import org.graalvm.nativeimage.c.type.CTypeConversion;
import org.graalvm.word.WordFactory;

/**
 * The C library by GraalVM's C interface: the native image's binding. Never loaded on the JVM. The variadic open and ioctl
 * take their arguments in registers like any function on every Linux that GraalVM builds for.
 */
final class ImageLibC implements LibC {

    @Override
    public int open(String path, int flags) {
        CCharPointer memory = copyOf(path);
        try {
            return result(cOpen(memory, flags));
        } finally {
            UnmanagedMemory.free(memory);
        }
    }

    @Override
    public int close(int fd) {
        return result(cClose(fd));
    }

    @Override
    public int ioctl(int fd, int request, byte[] argument) {
        CCharPointer memory = copyOf(argument);
        try {
            int value = result(cIoctl(fd, Integer.toUnsignedLong(request), memory));
            copyBack(memory, argument, argument.length);
            return value;
        } finally {
            UnmanagedMemory.free(memory);
        }
    }

    @Override
    public int read(int fd, byte[] into) {
        CCharPointer memory = UnmanagedMemory.malloc(WordFactory.unsigned(into.length));
        try {
            int count = result(cRead(fd, memory, into.length));
            copyBack(memory, into, Math.max(0, count));
            return count;
        } finally {
            UnmanagedMemory.free(memory);
        }
    }

    @Override
    public int poll(byte[] pollFds, int timeoutMillis) {
        CCharPointer memory = copyOf(pollFds);
        try {
            int ready = result(cPoll(memory, pollFds.length / POLLFD_SIZE, timeoutMillis));
            copyBack(memory, pollFds, pollFds.length);
            return ready;
        } finally {
            UnmanagedMemory.free(memory);
        }
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return result(cSocket(domain, type, protocol));
    }

    @Override
    public int sendto(int fd, byte[] data, int flags, byte[] address) {
        CCharPointer message = copyOf(data);
        CCharPointer target = copyOf(address);
        try {
            return result(cSendto(fd, message, data.length, flags, target, address.length));
        } finally {
            UnmanagedMemory.free(message);
            UnmanagedMemory.free(target);
        }
    }

    @Override
    public int setenv(String name, String value) {
        CCharPointer key = copyOf(name);
        CCharPointer text = copyOf(value);
        try {
            return result(cSetenv(key, text, 1));
        } finally {
            UnmanagedMemory.free(key);
            UnmanagedMemory.free(text);
        }
    }

    private static int result(long value) {
        return value < 0 ? -errnoLocation().read() : Math.toIntExact(value);
    }

    /** With C's closing zero. */
    private static CCharPointer copyOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return copyOf(Arrays.copyOf(bytes, bytes.length + 1));
    }

    private static CCharPointer copyOf(byte[] bytes) {
        CCharPointer memory = UnmanagedMemory.malloc(WordFactory.unsigned(bytes.length));
        CTypeConversion.asByteBuffer(memory, bytes.length).put(bytes);
        return memory;
    }

    private static void copyBack(CCharPointer memory, byte[] into, int count) {
        CTypeConversion.asByteBuffer(memory, into.length).get(into, 0, count);
    }

    @CFunction("open")
    private static native int cOpen(CCharPointer path, int flags);

    @CFunction("close")
    private static native int cClose(int fd);

    @CFunction("ioctl")
    private static native int cIoctl(int fd, long request, CCharPointer argument);

    @CFunction("read")
    private static native long cRead(int fd, CCharPointer buffer, long count);

    @CFunction("poll")
    private static native int cPoll(CCharPointer pollFds, long count, int timeoutMillis);

    @CFunction("socket")
    private static native int cSocket(int domain, int type, int protocol);

    @CFunction("sendto")
    private static native long cSendto(
            int fd, CCharPointer data, long length, int flags, CCharPointer address, int addressLength);

    @CFunction("setenv")
    private static native int cSetenv(CCharPointer name, CCharPointer value, int overwrite);

    /** How glibc and musl both find this thread's errno; no transition, so that nothing happens in between. */
    @CFunction(value = "__errno_location", transition = Transition.NO_TRANSITION)
    private static native CIntPointer errnoLocation();
}
