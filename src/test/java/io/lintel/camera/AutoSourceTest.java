package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.system.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

class AutoSourceTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private static final Path VIDEO0 = Path.of("/dev/video0");
    private static final Path VIDEO1 = Path.of("/dev/video1");

    private List<Path> nodes = List.of();
    private final Set<Path> delivering = new HashSet<>();
    private final List<Path> tried = new ArrayList<>();
    private final AutoSource auto =
            new AutoSource(() -> nodes, Device::new, Optional.of(() -> new Device(Path.of("demo"))));

    /** A device that delivers or refuses, as the test says. */
    private class Device implements Camera {

        private final Path node;
        private boolean closed;

        Device(Path node) {
            this.node = node;
        }

        @Override
        public void open() {
            tried.add(node);
            if (!node.equals(Path.of("demo")) && !delivering.contains(node)) {
                throw new CameraException(node + " delivers nothing", "");
            }
        }

        @Override
        public void read(Mat into) {
            if (closed) {
                throw new CameraException("closed", "");
            }
        }

        @Override
        public String name() {
            return node.toString();
        }

        @Override
        public CameraKind kind() {
            return node.equals(Path.of("demo")) ? CameraKind.DEMO : CameraKind.LIVE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Camera opened() {
        Camera camera = auto.asSource().cameras().get();
        camera.open();
        return camera;
    }

    @Test
    void theFirstDeviceThatDeliversIsTaken() {
        nodes = List.of(VIDEO0, VIDEO1);
        delivering.add(VIDEO1);

        Camera camera = opened();

        assertThat(camera.name()).isEqualTo("/dev/video1");
        assertThat(camera.kind()).isEqualTo(CameraKind.LIVE);
        assertThat(tried).containsExactly(VIDEO0, VIDEO1);
    }

    @Test
    void withoutAnyItIsTheDemoAndSaysSo() {
        nodes = List.of(VIDEO0);

        Camera camera = opened();

        assertThat(camera.name()).isEqualTo("demo");
        assertThat(camera.kind()).isEqualTo(CameraKind.DEMO);
    }

    @Test
    void whereTheDemoIsNotWantedNoCameraIsAnError() {
        AutoSource strict = new AutoSource(() -> List.of(), Device::new, Optional.empty());

        assertThatThrownBy(strict::open).isInstanceOf(CameraException.class).hasMessageContaining("no camera");
    }

    @Test
    void theDemoNeverTakesThePlaceOfACameraThatWasPulledOut() {
        nodes = List.of(VIDEO0);
        delivering.add(VIDEO0);
        opened().close();
        nodes = List.of();

        assertThatThrownBy(this::opened).isInstanceOf(CameraException.class).hasMessageContaining("no camera");
        assertThat(tried).doesNotContain(Path.of("demo"));
    }

    @Test
    void theDemoGivesWayToACameraThatIsPluggedIn() {
        nodes = List.of(VIDEO0);
        Camera camera = opened();
        Mat picture = new Mat();
        for (int i = 0; i < 100; i++) {
            camera.read(picture);
        }
        nodes = List.of(VIDEO0, VIDEO1);
        delivering.add(VIDEO1);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        camera.read(picture);
                    }
                })
                .hasMessageContaining("/dev/video1 was plugged in");
        assertThat(opened().name()).isEqualTo("/dev/video1");
    }

    @Test
    void aDeviceWhoseDriverSwallowedAnAttemptIsSkippedUntilItIsPluggedInAnew() {
        nodes = List.of(VIDEO0);
        AutoSource hanging = new AutoSource(
                () -> nodes,
                node -> new Device(node) {
                    @Override
                    public void open() {
                        throw new AssertionError("as if this thread never came back");
                    }
                },
                Optional.of(() -> new Device(Path.of("demo"))));
        assertThatThrownBy(hanging::open).isInstanceOf(AssertionError.class);

        assertThat(hanging.open().name()).isEqualTo("demo");
        nodes = List.of();
        hanging.open();
        nodes = List.of(VIDEO0);
        assertThatThrownBy(hanging::open).isInstanceOf(AssertionError.class);
    }

    @Test
    void devicesAreListedByNumber(@TempDir Path dev) throws IOException {
        for (String name : List.of("video10", "video2", "video0", "videos", "tty0", "video")) {
            Files.createFile(dev.resolve(name));
        }

        assertThat(VideoDevices.in(dev)).extracting(FileNames::last).containsExactly("video0", "video2", "video10");
    }
}
