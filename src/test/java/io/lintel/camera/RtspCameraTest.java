package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

class RtspCameraTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsFfmpeg() {
        Fixtures.needsFfmpeg();
    }

    private static void awaitStatus(CaptureLoop loop, Class<? extends CameraStatus> status) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(loop.status()).isInstanceOf(status));
    }

    @Test
    void anRtspCameraDeliversGoesAwayAndComesBack() throws IOException, InterruptedException {
        try (RtspServer first = new RtspServer(folder, Fixtures.WALK_UP, 0)) {
            int port = first.port();
            String address = "rtsp://admin:sesame@127.0.0.1:" + port + "/door";
            CameraSource source =
                    CameraSource.of(CameraSettings.defaults().withAddress(address), MonotonicClock.SYSTEM);
            try (CaptureLoop loop =
                    new CaptureLoop(source, CaptureLimits.defaults(), MonotonicClock.SYSTEM, status -> {})) {
                loop.start();
                awaitStatus(loop, CameraStatus.Live.class);
                try (Frame frame = loop.mailbox().take(PATIENCE)) {
                    assertThat(frame.pixels().cols()).isEqualTo(640);
                    assertThat(frame.pixels().rows()).isEqualTo(480);
                }

                first.close();
                awaitStatus(loop, CameraStatus.Reconnecting.class);
                assertThat(loop.status().summary()).doesNotContain("sesame");

                try (RtspServer second = new RtspServer(folder, Fixtures.WALK_UP, port)) {
                    assertThat(second.port()).isEqualTo(port);
                    awaitStatus(loop, CameraStatus.Live.class);
                }
            }
        }
    }

    /** W2: some cameras send by UDP only, and answer 461 or 406 to a client that wants TCP. */
    @ParameterizedTest
    @ValueSource(strings = {"461 Unsupported Transport", "406 Not Acceptable"})
    void aCameraThatRefusesTcpIsReadOverUdp(String refusal) throws IOException {
        try (RtspServer server = new RtspServer(folder, Fixtures.WALK_UP, 0, refusal);
                Camera camera = camera(server, RtspTransport.AUTO)) {
            Mat picture = new Mat();

            camera.open();
            camera.read(picture);

            assertThat(picture.cols()).isEqualTo(640);
        }
    }

    @Test
    void whereOnlyTcpIsWantedTheMessageNamesTheSetting() throws IOException {
        try (RtspServer server = new RtspServer(folder, Fixtures.WALK_UP, 0, "461 Unsupported Transport");
                Camera camera = camera(server, RtspTransport.TCP)) {
            CameraException refused = catchThrowableOfType(CameraException.class, camera::open);

            assertThat(refused.remedy()).contains("lintel.camera.rtsp-transport=auto");
            assertThat(refused.getMessage() + refused.remedy()).doesNotContain("sesame");
        }
    }

    private static Camera camera(RtspServer server, RtspTransport transport) {
        CameraSettings settings = CameraSettings.defaults()
                .withAddress("rtsp://admin:sesame@127.0.0.1:" + server.port() + "/door")
                .withTransport(transport);
        return CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get();
    }
}
