package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unplugging, with real processes, files and connections: the camera is back by itself, and says so meanwhile. */
class CameraRecoveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private @Nullable CaptureLoop loop;
    private @Nullable HttpServer server;

    @BeforeAll
    static void needsFfmpeg() {
        Fixtures.needsFfmpeg();
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
        stopServer();
    }

    private void watch(String address) {
        CameraSettings settings = CameraSettings.defaults().withAddress(address);
        CameraSource source = CameraSource.of(settings, MonotonicClock.SYSTEM);
        loop = new CaptureLoop(source, CaptureLimits.defaults(), MonotonicClock.SYSTEM, status -> {});
        loop.start();
    }

    private void awaitStatus(Class<? extends CameraStatus> status) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(loop.status()).isInstanceOf(status));
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    @Test
    void aKilledChildIsReplaced() throws IOException {
        watch(Fixtures.video(folder, "door.mp4", Fixtures.WALK_UP).toString());
        awaitStatus(CameraStatus.Live.class);

        children().forEach(ProcessHandle::destroyForcibly);

        awaitStatus(CameraStatus.Reconnecting.class);
        assertThat(loop.status().summary()).contains("signal 9");
        awaitStatus(CameraStatus.Live.class);
        loop.close();
        await().atMost(PATIENCE).until(() -> children().isEmpty());
    }

    @Test
    void aTruncatedFileIsAStateAndTheRestoredOneIsPlayed() throws IOException {
        Path video = Fixtures.video(folder, "door.mp4", Fixtures.CORRIDOR);
        byte[] whole = Files.readAllBytes(video);
        watch(video.toString());
        awaitStatus(CameraStatus.Live.class);

        Files.write(video, Arrays.copyOf(whole, whole.length / 3));
        awaitStatus(CameraStatus.Reconnecting.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(loop.status().summary()).contains("Invalid data"));

        Files.write(video, whole);
        awaitStatus(CameraStatus.Live.class);
    }

    @Test
    void anHttpCameraThatIsSwitchedOffAndOnComesBack() throws IOException, InterruptedException {
        int port = serveMjpeg(0);
        watch("http://admin:sesame@127.0.0.1:" + port + "/video.mjpg");
        awaitStatus(CameraStatus.Live.class);
        assertThat(loop.status())
                .isEqualTo(new CameraStatus.Live("http://127.0.0.1:" + port + "/video.mjpg", CameraKind.LIVE));

        stopServer();
        awaitStatus(CameraStatus.Reconnecting.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(loop.status().summary()).contains("Connection refused"));
        assertThat(loop.status().summary()).doesNotContain("sesame");
        assertThat(loop.mailbox().take(Duration.ZERO)).isNull();

        serveMjpeg(port);
        awaitStatus(CameraStatus.Live.class);
    }

    @Test
    void anHttpCameraThatAnswersWithAnErrorSaysWhich() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        watch("http://127.0.0.1:" + server.getAddress().getPort() + "/video.mjpg");

        awaitStatus(CameraStatus.Reconnecting.class);
        assertThat(loop.status().summary()).contains("401");
    }

    @Test
    void anHttpCameraThatAcceptsButNeverAnswersIsGivenUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {});
        server.start();
        watch("http://127.0.0.1:" + server.getAddress().getPort() + "/video.mjpg");

        awaitStatus(CameraStatus.Reconnecting.class);
        await().atMost(PATIENCE).until(() -> children().size() <= 1);
    }

    /** A network camera: a multipart stream of JPEG pictures, a new one every 50 ms. */
    private int serveMjpeg(int port) throws IOException {
        List<byte[]> pictures = List.of(
                Files.readAllBytes(Fixtures.STILL),
                Files.readAllBytes(Fixtures.STILL.resolveSibling("smile.jpg")),
                Files.readAllBytes(Fixtures.STILL.resolveSibling("left15.jpg")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        HttpServer running = server;
        server.createContext("/video.mjpg", exchange -> stream(exchange, pictures, running));
        server.start();
        return server.getAddress().getPort();
    }

    private void stream(HttpExchange exchange, List<byte[]> pictures, HttpServer running) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; server == running; i++) {
                byte[] picture = pictures.get(i % pictures.size());
                String head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(picture);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopServer() {
        HttpServer running = server;
        server = null;
        if (running != null) {
            running.stop(0);
        }
    }
}
