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

class ReturnWatchTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatAppearsOrIsWrittenToCameBackAndOneThatStaysOrGoesDidNot() throws IOException {
        Path file = folder.resolve("door.mp4");
        ReturnWatch watch = ReturnWatch.file(file);
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
        ReturnWatch watch = ReturnWatch.file(Files.createFile(folder.resolve("there.mp4")));
        watch.begin();

        assertThat(watch.cameBack()).isFalse();
    }

    @Test
    void useOfADeviceIsNotItsReturn() {
        ReturnWatch watch = ReturnWatch.file(Path.of("/dev/null"));
        assertThat(watch.cameBack()).isTrue();
        assertThat(watch.cameBack()).isFalse();
    }

    @Test
    void aHostCameBackWhenItsPortAcceptsAgain() throws IOException {
        InetSocketAddress address;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(reserved.getInetAddress(), reserved.getLocalPort());
        }
        ReturnWatch watch = ReturnWatch.host("127.0.0.1", address.getPort());
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
        ReturnWatch watch = ReturnWatch.host("no-such-camera.invalid", 554);
        watch.begin();

        assertThat(watch.cameBack()).isFalse();
    }
}
