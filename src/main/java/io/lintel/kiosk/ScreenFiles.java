package io.lintel.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The door screen's own files: nothing outside their folder, nothing that is not for a browser. Immutable. */
final class ScreenFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    /**
     * One of them.
     *
     * @param type its media type
     * @param version changes with the file
     */
    record ScreenFile(Path path, String type, String version) {}

    private final Path folder;

    ScreenFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds a file by its address below the folder.
     *
     * @return empty where there is none, or none that may be seen
     */
    Optional<ScreenFile> find(String address) throws IOException {
        String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try {
            Path home = folder.toRealPath();
            Path file = home.resolve(address).toRealPath();
            return file.startsWith(home) && Files.isRegularFile(file)
                    ? Optional.of(new ScreenFile(file, type, version(file)))
                    : Optional.empty();
        } catch (NoSuchFileException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String version(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis() + "-" + Files.size(file);
    }
}
