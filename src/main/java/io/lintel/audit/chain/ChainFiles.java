package io.lintel.audit.chain;

import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the chain keeps outside the database, beside it.
 *
 * @param key the box's key
 * @param head how far the log has come
 */
public record ChainFiles(Path key, Path head) {

    /** {@code lintel.db} has {@code lintel-audit.key} and {@code lintel-audit.head}. */
    public static ChainFiles beside(Path database) {
        String name = database.getFileName().toString().replaceFirst("\\.db$", "");
        return new ChainFiles(
                database.resolveSibling(name + "-audit.key"), database.resolveSibling(name + "-audit.head"));
    }

    /** @throws LintelException if it can be neither read nor made */
    public AuditKey readOrMakeKey() {
        return AuditKey.readOrMake(key);
    }

    boolean hasKey() {
        return Files.exists(key);
    }

    /** The text of the head's file; empty if there is none. */
    Optional<String> readHead() {
        try {
            return Optional.of(new String(Files.readAllBytes(head), java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void writeHead(ChainHead newest) {
        try {
            AtomicFile.write(head, newest.line(), AtomicFile.GROUP_READABLE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Puts a head that contradicts the log aside, so that it stays as evidence. */
    void putAside(Instant now) {
        try {
            Files.move(head, head.resolveSibling(head.getFileName() + ".contradicts-" + now.toEpochMilli()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The heads that were put aside. */
    List<Path> contradictions() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(head.toAbsolutePath().getParent(), head.getFileName() + ".contradicts-*")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw failed(e);
        }
        return found.stream().sorted().toList();
    }

    private LintelException failed(IOException why) {
        return new LintelException(
                "the file with the log's newest hash: " + why,
                "make its folder writable for the user that runs Lintel",
                why);
    }
}
