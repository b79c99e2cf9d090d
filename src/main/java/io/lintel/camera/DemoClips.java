package io.lintel.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the bundled clips of invented people, in the order in which they are played. */
final class DemoClips {

    private static final Path USUAL = Path.of("config", "demo");

    /** Optional file beside the clips: one file name a line, in order, repetitions allowed. */
    private static final String PLAYLIST = "playlist.txt";

    private DemoClips() {}

    /**
     * @param chosen the folder from the settings; null looks in {@code config/demo} of the working folder, of the
     *     program's folder and of the folder above that
     */
    static List<Path> find(@Nullable Path chosen) {
        Path folder = chosen != null ? chosen : installed();
        Path clips = folder.resolve("clips");
        try {
            List<Path> found = inOrder(clips);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException e) {
            throw missing(clips, e);
        }
        throw missing(clips, null);
    }

    private static List<Path> inOrder(Path clips) throws IOException {
        Path playlist = clips.resolve(PLAYLIST);
        if (!Files.exists(playlist)) {
            return FileNames.in(clips, Set.of("avi"));
        }
        try (Stream<String> lines = Files.lines(playlist)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(clips::resolve)
                    .toList();
        }
    }

    private static Path installed() {
        Optional<Path> program =
                ProcessHandle.current().info().command().map(Path::of).map(Path::getParent);
        return Stream.of(Optional.of(Path.of("")), program, program.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(home -> home.resolve(USUAL))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(USUAL);
    }

    private static CameraException missing(Path clips, @Nullable IOException cause) {
        String what = "there are no demo clips in " + clips.toAbsolutePath();
        String remedy = "start Lintel in its own folder, or name the demo's folder in the settings";
        return cause == null ? new CameraException(what, remedy) : new CameraException(what, remedy, cause);
    }
}
