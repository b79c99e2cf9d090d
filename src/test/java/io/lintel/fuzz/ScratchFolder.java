package io.lintel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where inputs go for parsers that want a file: one folder a process, without JUnit too. */
public final class ScratchFolder {

    private static final Path FOLDER = make();

    private ScratchFolder() {}

    /** The folder itself. */
    public static Path path() {
        return FOLDER;
    }

    /** A file of that name with this content, in place of the one before. */
    public static Path file(String name, byte[] content) {
        try {
            Path file = FOLDER.resolve(name);
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make() {
        try {
            Path made = Files.createTempDirectory("lintel-fuzz");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
