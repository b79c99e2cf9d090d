package io.lintel.model.fetch;

import io.lintel.model.SourceFile;
import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of published files. A file under its own name is whole and verified; one that is on its way ends in {@code .part}.
 * Held by one process at a time.
 */
final class Downloads implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    /** @throws LintelException if another process holds the folder */
    Downloads(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // held by this very process
        } finally {
            if (!held) {
                lock.close();
            }
        }
        if (!held) {
            throw new LintelException(
                    "models are being fetched to " + folder + " already", "wait until that has ended");
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    Path file(SourceFile source) {
        return folder.resolve(source.file());
    }

    Path part(SourceFile source) {
        return folder.resolve(source.file() + ".part");
    }

    Path log() {
        return folder.resolve("npm.log");
    }

    boolean holds(SourceFile source) throws IOException {
        Path file = file(source);
        return Files.exists(file)
                && Files.size(file) == source.bytes()
                && Sha256.of(file).equals(source.sha256());
    }

    /** Makes the part the file if it is what the catalogue says, and deletes it if it is not. */
    void accept(SourceFile source) throws IOException {
        Path part = part(source);
        String sha256 = Sha256.of(part);
        if (!sha256.equals(source.sha256())) {
            long bytes = Files.size(part);
            Files.delete(part);
            throw new SourceFailure("gave another file than the catalogue's: %d bytes with SHA-256 %s, not %d with %s"
                    .formatted(bytes, sha256, source.bytes(), source.sha256()));
        }
        AtomicFile.finish(part, file(source));
    }
}
