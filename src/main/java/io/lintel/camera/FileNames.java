package io.lintel.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Files by their names. */
final class FileNames {

    private FileNames() {}

    /** {@code mp4} of {@code /srv/Door.MP4}; empty if there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** {@code door} of {@code /srv/door.mp4}. */
    static String stem(Path file) {
        String name = last(file);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    static String last(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** Regular files of a folder with one of these endings, by name. */
    static List<Path> in(Path folder, Set<String> endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> endings.contains(ending(last(file))) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }
}
