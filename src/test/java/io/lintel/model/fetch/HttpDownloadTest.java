package io.lintel.model.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.fetch.FileServer.Temper;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpDownloadTest {

    private final byte[] content = new byte[3500];
    private final HttpDownload download = new HttpDownload(Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    private Path part;

    @BeforeEach
    void fill() {
        new Random(1).nextBytes(content);
        part = folder.resolve("model.part");
    }

    @AfterEach
    void close() {
        download.close();
    }

    @Test
    void continuesWhereAnEarlierTryStopped() throws Exception {
        Files.write(part, Arrays.copyOf(content, 1200));
        try (FileServer server = new FileServer(content, Temper.HONEST)) {
            download.get(server.address(), content.length, part);

            assertThat(part).hasBinaryContent(content);
            assertThat(server.ranges()).containsExactly("bytes=1200-");
        }
    }

    /** Regression: a machine without a way to the upstream waited for each of its files. */
    @Test
    void aHostThatCannotBeReachedIsWaitedForOnceAndNotForEachFile() throws Exception {
        URI address;
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
            address = URI.create("http://127.0.0.1:" + port + "/model");
        }
        assertThatThrownBy(() -> download.get(address, content.length, part))
                .isInstanceOf(SourceFailure.class)
                .hasMessageStartingWith("gave nothing");

        try (ServerSocket nowThere = new ServerSocket(port)) {
            nowThere.setSoTimeout(1);
            assertThatThrownBy(() -> download.get(address, content.length, part))
                    .isInstanceOf(SourceFailure.class)
                    .hasMessageContaining("a moment ago");
            assertThatThrownBy(nowThere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void continuesATransferThatBreaksOffAsLongAsEachTryBringsSomething() throws Exception {
        try (FileServer server = new FileServer(content, Temper.BREAKS_OFF)) {
            download.get(server.address(), content.length, part);

            assertThat(part).hasBinaryContent(content);
            assertThat(server.ranges()).containsExactly("all", "bytes=1000-", "bytes=2000-", "bytes=3000-");
        }
    }

    @Test
    void aDownloadWithoutProgressIsGivenUpAndKeepsItsPart() throws Exception {
        Files.write(part, Arrays.copyOf(content, 1200));
        try (FileServer server = new FileServer(content, Temper.SENDS_NOTHING)) {
            assertThatThrownBy(() -> download.get(server.address(), content.length, part))
                    .isInstanceOf(SourceFailure.class);

            assertThat(server.ranges()).hasSize(1);
            assertThat(part).hasBinaryContent(Arrays.copyOf(content, 1200));
        }
    }

    @Test
    void startsAgainWithAServerThatKnowsNoRanges() throws Exception {
        Files.write(part, new byte[1200]);
        try (FileServer server = new FileServer(content, Temper.IGNORES_RANGES)) {
            download.get(server.address(), content.length, part);

            assertThat(part).hasBinaryContent(content);
        }
    }

    @Test
    void neverStoresMoreThanTheKnownLength() throws Exception {
        try (FileServer server = new FileServer(content, Temper.NEVER_ENDS)) {
            assertThatThrownBy(() -> download.get(server.address(), content.length, part))
                    .isInstanceOf(SourceFailure.class)
                    .hasMessageContaining("exceeds");

            assertThat(Files.exists(part) ? Files.size(part) : 0).isLessThanOrEqualTo(content.length);
        }
    }

    @Test
    void namesTheStatusOfARefusal() throws Exception {
        try (FileServer server = new FileServer(content, Temper.NOT_FOUND)) {
            assertThatThrownBy(() -> download.get(server.address(), content.length, part))
                    .isInstanceOf(SourceFailure.class)
                    .hasMessage("answered with status 404");
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port + "/model");

        assertThatThrownBy(() -> download.get(nobody, content.length, part))
                .isInstanceOf(SourceFailure.class)
                .hasMessageStartingWith("gave nothing");
    }
}
