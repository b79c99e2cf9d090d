package io.lintel.web;

import io.lintel.config.LintelConfig;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where uploaded files lie while their request or their import lasts: faces, so not in the temporary folder that all share. A killed
 * program leaves them; the next start of the service destroys them.
 */
public final class UploadFolder {

    private static final System.Logger LOG = System.getLogger(UploadFolder.class.getName());

    private final Path data;

    private UploadFolder(Path data) {
        this.data = data;
    }

    public static UploadFolder of(LintelConfig config) {
        return new UploadFolder(config.data().folder().toAbsolutePath());
    }

    public Path path() {
        return data.resolve("uploads");
    }

    /** Deletes all that is there. Before the pages listen, and never by a command beside the running service. */
    public void sweep() {
        int deleted = 0;
        for (Path file : leftovers()) {
            deleted += forget(file) ? 1 : 0;
        }
        if (deleted > 0) {
            LOG.log(Level.INFO, "uploads deleted={0}, left by a start that ended suddenly", deleted);
        }
    }

    private List<Path> leftovers() {
        try (Stream<Path> uploads = files(path());
                // Versions before 0.1.0 kept imports here.
                Stream<Path> imports = files(data)) {
            return Stream.concat(
                            uploads,
                            imports.filter(file -> file.getFileName().toString().matches("import-.*\\.zip")))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "uploads in " + path() + " cannot be looked for", e);
            return List.of();
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
    }

    /** An upload goes with its request; this one stays until {@link #forget}. @return where it is now */
    public Path keep(Path upload) {
        try {
            Path kept = Files.createTempFile(Files.createDirectories(path()), "import-", ".zip");
            return Files.move(upload, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LintelException(
                    "The file cannot be kept in the data folder: " + e.getMessage(), "make room on the disk", e);
        }
    }

    /** A new file, to be deleted by the caller. */
    Path write(byte[] content) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(path()), "import-", ".zip");
            return Files.write(file, content);
        } catch (IOException e) {
            throw new LintelException(
                    "The file cannot be kept in the data folder: " + e.getMessage(), "make room on the disk", e);
        }
    }

    /** @return whether it is gone now and was there before */
    public static boolean forget(Path kept) {
        try {
            return Files.deleteIfExists(kept);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "upload file=" + kept + " cannot be deleted", e);
            return false;
        }
    }
}
