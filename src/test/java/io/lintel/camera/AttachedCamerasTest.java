package io.lintel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.camera.AttachedCameras.Attached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedCamerasTest {

    @TempDir
    Path folder;

    @Test
    void eachCameraIsListedOnceUnderItsMakersName() throws IOException {
        Path dev = Files.createDirectory(folder.resolve("dev"));
        Path kernel = Files.createDirectory(folder.resolve("kernel"));
        device(dev, kernel, "video0", "Logitech C920", "0");
        device(dev, kernel, "video1", "Logitech C920", "1");
        Files.createFile(dev.resolve("video10"));
        Files.createFile(dev.resolve("null"));

        assertThat(AttachedCameras.list(dev, kernel))
                .containsExactly(
                        new Attached(dev + "/video0", "Logitech C920"),
                        new Attached(dev + "/video10", dev + "/video10"));
    }

    private static void device(Path dev, Path kernel, String node, String name, String index) throws IOException {
        Files.createFile(dev.resolve(node));
        Path said = Files.createDirectory(kernel.resolve(node));
        Files.writeString(said.resolve("name"), name + "\n");
        Files.writeString(said.resolve("index"), index + "\n");
    }
}
