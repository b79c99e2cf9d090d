package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceReturnDetectorTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatAppearsOrIsWrittenCountsAsReturned() throws IOException {
        Path file = folder.resolve("door.mp4");
        DeviceReturnDetector watch = DeviceReturnDetector.file(file);
        watch.begin();
        assertThat(watch.cameBack()).isFalse();

        Files.writeString(file, "half");
        assertThat(watch.cameBack()).isTrue();
        assertThat(watch.cameBack()).isFalse();

        Files.writeString(file, "the whole");
        assertThat(watch.cameBack()).isTrue();

        Files.delete(file);
        assertThat(watch.cameBack()).isFalse();
    }

    @Test
    void whatIsThereFromTheBeginningDidNotComeBack() throws IOException {
        DeviceReturnDetector watch = DeviceReturnDetector.file(Files.createFile(folder.resolve("there.mp4")));
        watch.begin();

        assertThat(watch.cameBack()).isFalse();
    }

    @Test
    void useOfADeviceIsNotItsReturn() {
        DeviceReturnDetector watch = DeviceReturnDetector.file(Path.of("/dev/null"));
        assertThat(watch.cameBack()).isTrue();
        assertThat(watch.cameBack()).isFalse();
    }

    @Test
    void aHostCameBackWhenItsPortAcceptsAgain() throws IOException {
        InetSocketAddress address;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(reserved.getInetAddress(), reserved.getLocalPort());
        }
        DeviceReturnDetector watch = DeviceReturnDetector.host("127.0.0.1", address.getPort());
        watch.begin();
        assertThat(watch.cameBack()).isFalse();
        try (ServerSocket camera = new ServerSocket()) {
            camera.bind(address);
            assertThat(watch.cameBack()).isTrue();
            assertThat(watch.cameBack()).isFalse();
        }
    }

    @Test
    void anUnknownHostIsAbsentAndNotAnError() {
        DeviceReturnDetector watch = DeviceReturnDetector.host("no-such-camera.invalid", 554);
        watch.begin();

        assertThat(watch.cameBack()).isFalse();
    }
}
