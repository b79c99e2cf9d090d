package io.lintel.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The kernel's video devices. Some of them only carry metadata: opening tells. */
final class VideoDevices {

    private static final String PREFIX = "video";

    private VideoDevices() {}

    /** {@code video0}, {@code video1} and so on of a folder, by number. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FileNames.last(file).matches(PREFIX + "\\d{1,3}"))
                    .sorted(Comparator.comparingInt(VideoDevices::number))
                    .toList();
        } catch (IOException e) {
            throw new CameraException("the devices in " + folder + " cannot be listed", "check its permissions", e);
        }
    }

    private static int number(Path node) {
        return Integer.parseInt(FileNames.last(node).substring(PREFIX.length()));
    }
}
