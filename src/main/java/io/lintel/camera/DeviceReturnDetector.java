package io.lintel.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cheap look whether an absent camera has come back, so that a long pause of the ladder can be cut short. Only a
 * change for the better counts: a camera that is there but refuses to work is not hammered. One thread at a time.
 */
public final class DeviceReturnDetector {

    /** Milliseconds for a TCP connection in a local network. */
    private static final int CONNECT_LIMIT_MS = 500;

    private final Supplier<Optional<?>> look;
    private Optional<?> last = Optional.empty();

    /**
     * A watch over anything.
     *
     * @param look what is seen of the camera: equal as long as nothing changed, empty while it is absent
     */
    public DeviceReturnDetector(Supplier<Optional<?>> look) {
        this.look = look;
    }

    /** Remembers what is there now. */
    void begin() {
        last = look.get();
    }

    /** Whether something is there that was not, or was different, at the last look. */
    boolean cameBack() {
        Optional<?> before = last;
        last = look.get();
        return last.isPresent() && !last.equals(before);
    }

    /** For a source that does not come and go. */
    public static DeviceReturnDetector never() {
        return new DeviceReturnDetector(Optional::empty);
    }

    /** Sees a device node, file or folder appear, be replaced or be written to. */
    static DeviceReturnDetector file(Path path) {
        return new DeviceReturnDetector(() -> attributes(path));
    }

    /** Sees a port begin to accept connections. */
    static DeviceReturnDetector host(String host, int port) {
        return new DeviceReturnDetector(() -> answers(host, port));
    }

    private static Optional<?> attributes(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            // a device's times change with its use
            return Optional.of(
                    now.isOther() ? now.fileKey() : new Written(now.fileKey(), now.size(), now.lastModifiedTime()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<?> answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_LIMIT_MS);
            return Optional.of(true);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Written(Object file, long size, Object time) {}
}
