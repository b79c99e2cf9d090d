package io.lintel.system.libc;

/**
 * C library calls, one to one. Like the kernel itself, each returns a value of 0 or above, or the negated errno
 * ({@link Errno}); none of them throws for a failed call. Memory goes in and out as byte arrays in native byte order, so
 * that a test can stand in for the kernel and look at each byte.
 *
 * <p>Thread-safe. In the native image the errno is good for a message but not for a decision: the runtime may make calls of
 * its own between a failed call and the reading of errno. That a call failed is always certain.
 */
public interface LibC {

    /** {@code <fcntl.h>}: the same on x86, ARM and RISC-V Linux. */
    int O_RDWR = 02;

    /** {@code <fcntl.h>}: not handed on to child processes such as ffmpeg. */
    int O_CLOEXEC = 02000000;

    int AF_UNIX = 1;
    int SOCK_DGRAM = 2;
    int SOCK_CLOEXEC = 02000000;

    /** {@code <sys/socket.h>}: a closed peer is an error value, not a signal that ends the process. */
    int MSG_NOSIGNAL = 0x4000;

    /** {@code <poll.h>}: something to read. */
    short POLLIN = 1;

    /** {@code sizeof(struct pollfd)}: int fd, short events, short revents. */
    int POLLFD_SIZE = 8;

    /** The C library of this process: by java.lang.foreign on the JVM, by GraalVM's C interface in the native image. */
    static LibC system() {
        return SystemLibC.INSTANCE;
    }

    /** Returns a file descriptor, or -errno. */
    int open(String path, int flags);

    /** Returns 0 or -errno. */
    int close(int fd);

    /**
     * Device control.
     *
     * @param request the request number, unsigned 32 bits
     * @param argument the struct the request takes; what the kernel changed in it is copied back
     * @return the call's value, or -errno
     */
    int ioctl(int fd, int request, byte[] argument);

    /** Returns the number of bytes put at the start of {@code into}, 0 at the end of the file, or -errno. */
    int read(int fd, byte[] into);

    /**
     * Waits until a descriptor is ready; blocks the calling thread natively.
     *
     * @param pollFds an array of {@code struct pollfd}, {@link #POLLFD_SIZE} bytes each; revents is written back
     * @param timeoutMillis 0 returns at once, negative waits for ever
     * @return how many are ready, 0 after the timeout, or -errno
     */
    int poll(byte[] pollFds, int timeoutMillis);

    /** Returns a file descriptor, or -errno. */
    int socket(int domain, int type, int protocol);

    /** Returns the number of bytes sent, or -errno. */
    int sendto(int fd, byte[] data, int flags, byte[] address);

    /**
     * Sets a variable of this process's environment for native code that reads it later; {@link System#getenv} does not see
     * it. Call it before threads that read the environment exist.
     *
     * @return 0 or -errno
     */
    int setenv(String name, String value);
}
