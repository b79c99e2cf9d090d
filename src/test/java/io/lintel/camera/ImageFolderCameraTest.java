package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class ImageFolderCameraTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private final Mat picture = new Mat();

    @TempDir
    private Path folder;

    private Camera camera() {
        CameraSettings settings = Fixtures.FAST.withAddress("images:" + folder);
        return CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get();
    }

    @Test
    void eachPictureIsShownForASecondInTheOrderOfTheNames() throws IOException {
        Files.copy(Fixtures.STILL, folder.resolve("2.jpg"));
        Files.copy(Fixtures.STILL, folder.resolve("1.JPG"));
        List<String> shown = new ArrayList<>();
        try (Camera camera = camera()) {
            camera.open();
            for (int i = 0; i < 2 * Fixtures.FAST.framesPerSecond(); i++) {
                camera.read(picture);
                assertThat(picture.cols()).isEqualTo(640);
                shown.add(camera.clip().orElseThrow());
            }
            assertThat(shown).isSorted().startsWith("1.JPG").endsWith("2.jpg");
            assertThatThrownBy(() -> camera.read(picture))
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.isEnd()).isTrue());
        }
    }

    @Test
    void aBrokenPictureIsOneGarbageFrameAndTheOthersAreShown() throws IOException {
        Files.writeString(folder.resolve("1.jpg"), "not a picture");
        Files.createFile(folder.resolve("2.jpg"));
        byte[] still = Files.readAllBytes(Fixtures.STILL);
        Files.copy(Fixtures.STILL, folder.resolve("3.jpg"));
        Files.write(folder.resolve("4.jpg"), Arrays.copyOf(still, 100));
        List<Boolean> garbage = new ArrayList<>();
        try (Camera camera = camera()) {
            camera.open();
            for (int i = 0; i < 3 + Fixtures.FAST.framesPerSecond(); i++) {
                camera.read(picture);
                garbage.add(picture.empty());
            }
        }
        assertThat(garbage).startsWith(true, true, false).endsWith(true);
        assertThat(garbage.stream().filter(Boolean::booleanValue)).hasSize(3);
    }

    @Test
    void anEmptyOrMissingFolderIsSaidSo() {
        try (Camera camera = camera()) {
            assertThatThrownBy(camera::open).hasMessageContaining("no pictures");
        }
        CameraSettings nowhere = Fixtures.FAST.withAddress("images:" + folder.resolve("nowhere"));
        try (Camera camera =
                CameraSource.of(nowhere, MonotonicClock.SYSTEM).cameras().get()) {
            assertThatThrownBy(camera::open).hasMessageContaining("nowhere");
        }
    }
}
