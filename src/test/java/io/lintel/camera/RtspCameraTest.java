package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
