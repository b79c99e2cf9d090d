package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.MonotonicClock;
import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class ClipCameraTest {

    private static final int WALK_UP_PICTURES = 108;
    private static final int CORRIDOR_PICTURES = 45;

    static {
        NativeLibraries.loadOpenCv();
    }

    private final Mat picture = new Mat();

    private static ClipCamera camera(CameraSettings settings, Path... clips) {
        return new ClipCamera("demo", () -> List.of(clips), settings, MonotonicClock.SYSTEM);
    }

    @Test
    void clipsArePlayedInOrderEachLabelledAndThenTheEndComes() {
        List<String> labels = new ArrayList<>();
        try (ClipCamera camera = camera(Fixtures.FAST, Fixtures.WALK_UP, Fixtures.CORRIDOR)) {
            camera.open();
            for (int i = 0; i < WALK_UP_PICTURES + CORRIDOR_PICTURES; i++) {
                camera.read(picture);
                assertThat(picture.empty()).isFalse();
                labels.add(camera.clip().orElseThrow());
            }
            assertThat(labels).startsWith("enrolled").endsWith("empty");
            assertThat(labels.stream().filter("enrolled"::equals)).hasSize(WALK_UP_PICTURES);
            assertThat(picture.size().width).isEqualTo(640);
            assertThat(picture.type()).isEqualTo(CvType.CV_8UC3);
            assertThatThrownBy(() -> camera.read(picture))
                    .isInstanceOfSatisfying(
                            CameraException.class, e -> assertThat(e.isEnd()).isTrue());
        }
    }

    @Test
    void theDemoBeginsAgainAfterItsLastClipWithoutLosingFilesOrMemory() throws IOException {
        try (ClipCamera camera = camera(Fixtures.FAST.withPlayback(true, false), Fixtures.CORRIDOR)) {
            camera.open();
            camera.read(picture);
            int openFiles = Fixtures.openFiles();
            for (int i = 0; i < 3 * CORRIDOR_PICTURES; i++) {
                camera.read(picture);
            }
            assertThat(Fixtures.openFiles()).isEqualTo(openFiles);
        }
    }

    @Test
    void theDemoSaysThatItIsOne() {
        try (ClipCamera camera = camera(Fixtures.FAST, Fixtures.CORRIDOR)) {
            assertThat(camera.kind()).isEqualTo(CameraKind.DEMO);
            assertThat(camera.name()).isEqualTo("demo");
        }
    }

    @Test
    void theInstalledDemoIsFoundInTheOrderOfItsPlaylist() {
        assertThat(DemoClips.find(null))
                .extracting(FileNames::stem)
                .startsWith("enrolled", "unknown")
                .contains("empty");
        assertThat(DemoClips.find(Fixtures.DEMO))
                .allSatisfy(clip -> assertThat(clip).isRegularFile());
    }

    @Test
    void withoutAPlaylistTheClipsPlayByName(@TempDir Path folder) throws IOException {
        Path clips = Files.createDirectory(folder.resolve("clips"));
        Files.copy(Fixtures.CORRIDOR, clips.resolve("b.avi"));
        Files.copy(Fixtures.CORRIDOR, clips.resolve("a.avi"));

        assertThat(DemoClips.find(folder)).extracting(FileNames::stem).containsExactly("a", "b");
    }

    @Test
    void aMissingDemoFolderIsNamedWhenTheCameraIsOpened(@TempDir Path folder) {
        CameraSettings settings = CameraSettings.defaults().withAddress("demo").withDemoFolder(folder);
        try (Camera camera =
                CameraSource.of(settings, MonotonicClock.SYSTEM).cameras().get()) {
            assertThatThrownBy(camera::open)
                    .isInstanceOf(CameraException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void aDamagedClipIsAnErrorThatNamesIt(@TempDir Path folder) throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.avi"), "RIFF....AVI no");
        try (ClipCamera camera = camera(Fixtures.FAST, damaged)) {
            assertThatThrownBy(camera::open).isInstanceOf(CameraException.class).hasMessageContaining("damaged.avi");
        }
    }

    @Test
    void closingFromAnotherThreadEndsAWaitingRead() throws InterruptedException {
        ClipCamera camera = camera(Fixtures.FAST.withPlayback(true, true), Fixtures.CORRIDOR);
        camera.open();
        Thread reader = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> {
                    while (true) {
                        camera.read(picture);
                    }
                }));
        camera.close();
        reader.join(10_000);

        assertThat(reader.isAlive()).isFalse();
    }
}
