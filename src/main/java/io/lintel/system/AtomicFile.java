package io.lintel.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Writes files so that after a power cut the old or the new content is there as a whole: a file beside, fsync, rename, fsync of the
 * folder, without which ext4 may lose the new name. One writer of a file at a time.
 */
public final class AtomicFile {

    /** Ends the name of a file that is being written; what a power cut leaves of it is never read and can be deleted. */
    public static final String UNFINISHED = ".new";

    /** Readable by Lintel's user only. */
    public static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    /** Readable by Lintel's group too, whose members run the commands. */
    public static final Set<PosixFilePermission> GROUP_READABLE = PosixFilePermissions.fromString("rw-r-----");

    /** Readable by all users of the machine. */
    public static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

    private AtomicFile() {}

    /** As {@link #write(Path, byte[], Set)}, in UTF-8. */
    public static void write(Path file, String text, Set<PosixFilePermission> permissions) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8), permissions);
    }

    /**
     * Creates or replaces a file, durable on return. Makes its folder if there is none.
     *
     * @param permissions of the new file, less what the process's umask takes away
     * @throws IOException if it cannot be written; the file is as it was
     */
    public static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.createDirectories(folderOf(file));
        Files.deleteIfExists(unfinished);
        try {
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(permissions));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            finish(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Gives a file that was written under another name in the same folder its own name, durable on return.
     *
     * @throws IOException if that fails; the file is as it was
     */
    public static void finish(Path unfinished, Path file) throws IOException {
        sync(unfinished, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folderOf(file), StandardOpenOption.READ);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root is no file");
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
