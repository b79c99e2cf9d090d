package io.lintel.system;

import io.lintel.system.libc.LibC;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sends datagrams to a socket of the AF_UNIX family, for which Java has none. Thread-safe: each datagram has a socket of its own. */
final class UnixDatagram {

    /** {@code sizeof(sun_path)} in {@code <sys/un.h>}, less the zero byte at its end. */
    static final int LONGEST_NAME = 107;

    private final LibC libc;
    private final byte[] address;

    /**
     * @param name a path that starts with '/', or an abstract name that starts with '@'
     * @throws IllegalArgumentException if it is neither, or longer than {@value #LONGEST_NAME} bytes
     */
    UnixDatagram(LibC libc, String name) {
        this.libc = libc;
        this.address = address(name);
    }

    /** @return how many bytes left, or a negative errno */
    int send(byte[] datagram) {
        int fd = libc.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
        if (fd < 0) {
            return fd;
        }
        int sent = libc.sendto(fd, datagram, LibC.MSG_NOSIGNAL, address);
        libc.close(fd);
        return sent;
    }

    /** {@code struct sockaddr_un}; '@' stands for the zero byte that starts an abstract name. */
    private static byte[] address(String name) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        boolean isAbstract = name.startsWith("@");
        if (!(isAbstract || name.startsWith("/")) || path.length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "not a path or an abstract name of at most " + LONGEST_NAME + " bytes: " + name);
        }
        if (isAbstract) {
            path[0] = 0;
        }
        // an abstract name ends where the address ends; a path ends at its zero byte
        return ByteBuffer.allocate(Short.BYTES + path.length + (isAbstract ? 0 : 1))
                .order(ByteOrder.nativeOrder())
                .putShort((short) LibC.AF_UNIX)
                .put(path)
                .array();
    }
}
