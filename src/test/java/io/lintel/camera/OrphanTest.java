package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.system.MonotonicClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

/** An ffmpeg must not go on using a camera whose door has died. */
class OrphanTest {

    /** Opens a camera, prints the child's process id, and reads until it is killed. */
    static final class Door {

        public static void main(String[] args) {
            CameraSettings settings = CameraSettings.defaults().withAddress(args[0]);
            FfmpegCamera camera = (FfmpegCamera)
                    CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get();
            camera.open();
            System.out.println(camera.pid());
            Mat picture = new Mat();
            while (true) {
                camera.read(picture);
            }
        }
    }

    @Test
    void whenWeAreKilledTheChildEndsByItself() throws IOException {
        Fixtures.needsFfmpeg();
        Process door = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Door.class.getName(),
                        Fixtures.WALK_UP.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = door.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            door.destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).until(() -> !child.isAlive());
        }
    }
}
