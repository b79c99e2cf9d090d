package io.lintel.system.libc;

/**
 * Error numbers of {@code <asm-generic/errno.h>} that occur in our calls, for messages. The numbers are the same on x86,
 * ARM and RISC-V Linux.
 */
public enum Errno {
    EPERM(1, "operation not permitted"),
    ENOENT(2, "no such file"),
    EINTR(4, "interrupted"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device or address"),
    EBADF(9, "descriptor is closed"),
    EAGAIN(11, "try again"),
    ENOMEM(12, "out of memory"),
    EACCES(13, "permission denied"),
    EFAULT(14, "bad address"),
    EBUSY(16, "in use"),
    ENODEV(19, "no such device"),
    EINVAL(22, "invalid argument"),
    EMFILE(24, "too many open files"),
    ENOTTY(25, "not that kind of device"),
    EOPNOTSUPP(95, "not supported"),
    ECONNREFUSED(111, "nobody listens");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** What a {@link LibC} call gives back for this error. */
    public int negated() {
        return -number;
    }

    /** Words for a negative result of a {@link LibC} call, such as {@code "in use (EBUSY)"}. */
    public static String describe(int result) {
        for (Errno errno : values()) {
            if (errno.negated() == result) {
                return errno.meaning + " (" + errno + ")";
            }
        }
        return "errno " + -result;
    }
}
