package io.lintel.system.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM's binding against the real kernel. */
class LibCTest {

    /** {@code <asm-generic/ioctls.h>}: bytes ready to be read, as an int. */
    private static final int FIONREAD = 0x541B;

    @TempDir
    Path folder;

    private final LibC libc = LibC.system();

    @Test
    void readsAFileByItsDescriptor() throws IOException {
        int fd = libc.open(fileWith("hello").toString(), LibC.O_RDWR | LibC.O_CLOEXEC);
        byte[] bytes = new byte[16];

        assertThat(fd).isNotNegative();
        assertThat(libc.read(fd, bytes)).isEqualTo(5);
        assertThat(new String(bytes, 0, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(libc.read(fd, bytes)).isZero();
        assertThat(libc.close(fd)).isZero();
        assertThat(libc.close(fd)).isEqualTo(Errno.EBADF.negated());
    }

    @Test
    void anIoctlWritesBackIntoItsStruct() throws IOException {
        int fd = libc.open(fileWith("hello").toString(), LibC.O_RDWR);
        byte[] ready = new byte[4];

        assertThat(libc.ioctl(fd, FIONREAD, ready)).isZero();
        assertThat(ByteBuffer.wrap(ready).order(ByteOrder.nativeOrder()).getInt())
                .isEqualTo(5);
        libc.close(fd);
    }

    @Test
    void pollSaysWhatIsReady() throws IOException {
        int fd = libc.open(fileWith("hello").toString(), LibC.O_RDWR);
        ByteBuffer pollFd = ByteBuffer.allocate(LibC.POLLFD_SIZE).order(ByteOrder.nativeOrder());
        pollFd.putInt(fd).putShort(LibC.POLLIN);

        assertThat(libc.poll(pollFd.array(), 0)).isEqualTo(1);
        assertThat(pollFd.getShort(6)).isEqualTo(LibC.POLLIN);
        libc.close(fd);
    }

    @Test
    void aFailedCallGivesItsErrno() {
        int missing = libc.open(folder.resolve("missing").toString(), LibC.O_RDWR);

        assertThat(missing).isEqualTo(Errno.ENOENT.negated());
        assertThat(Errno.describe(missing)).isEqualTo("no such file (ENOENT)");
        assertThat(Errno.describe(-9999)).isEqualTo("errno 9999");
        assertThat(libc.ioctl(-1, FIONREAD, new byte[4])).isEqualTo(Errno.EBADF.negated());
        assertThat(libc.socket(9999, 0, 0)).isNegative();
    }

    private Path fileWith(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }
}
