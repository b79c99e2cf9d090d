package io.lintel.system;

import io.lintel.system.libc.LibC;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * systemd's journal by its native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): one datagram an entry, so that each part of a line
 * is a field that {@code journalctl} can search. Thread-safe; an entry that cannot be sent is reported by the return value.
 */
public final class JournalSocket {

    private static final String SOCKET = "/run/systemd/journal/socket";

    /** A datagram may be 200 KB; what is longer is a stack trace whose end nobody reads. */
    private static final int LONGEST_VALUE = 48 * 1024;

    private final UnixDatagram socket;

    public JournalSocket() {
        this(LibC.system(), SOCKET);
    }

    JournalSocket(LibC libc, String path) {
        this.socket = new UnixDatagram(libc, path);
    }

    /**
     * Whether this program's output goes to the journal: {@code JOURNAL_STREAM} names the device and inode of it, as
     * systemd.exec(5) says to check.
     */
    public static boolean takesOurOutput() {
        return takesOurOutput(System.getenv().getOrDefault("JOURNAL_STREAM", ""), Path.of("/proc/self/fd/2"));
    }

    static boolean takesOurOutput(String journalStream, Path output) {
        try {
            return journalStream.equals(
                    Files.getAttribute(output, "unix:dev") + ":" + Files.getAttribute(output, "unix:ino"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Writes one entry.
     *
     * @param fields names of capital letters, digits and '_', beginning with a letter; values may have several lines
     * @return whether it left
     */
    public boolean send(Map<String, String> fields) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        fields.forEach((name, value) -> append(entry, name, value));
        return socket.send(entry.toByteArray()) == entry.size();
    }

    /** {@code NAME=value}, or for several lines the name, the length as 64 bits little-endian, and the value. */
    private static void append(ByteArrayOutputStream entry, String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_VALUE);
        entry.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        if (value.indexOf('\n') < 0) {
            entry.write('=');
        } else {
            entry.write('\n');
            entry.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array());
        }
        entry.write(bytes, 0, length);
        entry.write('\n');
    }
}
