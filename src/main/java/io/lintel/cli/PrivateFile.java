package io.lintel.cli;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/** A new file that only its owner may read, on the disk once it is written. */
final class PrivateFile {

    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private PrivateFile() {}

    /** @throws LintelException if it exists already or cannot be written; what was begun is gone then */
    static void write(Path file, Content content) {
        try (FileChannel out = FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            writeOrDelete(file, content, out);
        } catch (IOException e) {
            throw new LintelException(
                    "cannot write " + file + (Files.exists(file) ? ": it exists" : ": " + e),
                    "name a new file in a folder that can be written",
                    e);
        }
    }

    private static void writeOrDelete(Path file, Content content, FileChannel out) throws IOException {
        try {
            content.writeTo(Channels.newOutputStream(out));
            out.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
