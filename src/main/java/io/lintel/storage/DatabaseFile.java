package io.lintel.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file as the file system sees it. Looks only at its attributes and never opens it: closing any descriptor of a SQLite
 * file drops the POSIX locks that SQLite holds on it in this process, and that ends in a damaged database (see "How To
 * Corrupt An SQLite Database File", 2.2).
 */
final class DatabaseFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    DatabaseFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /** Makes the folder and an empty file that only its owner may read; refuses what cannot be a database of ours. */
    void prepare() {
        // The driver takes what follows a question mark as settings, silently.
        if (path.toString().contains("?")) {
            throw new StorageException(StorageFault.MISCONFIGURED, path, "its name has a question mark");
        }
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.notExists(path)) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else if (Files.size(path) == 0) {
                Files.setPosixFilePermissions(path, OWNER_ONLY); // a pool has just made it, with the umask's rights
            }
        } catch (IOException e) {
            throw new StorageException(StorageFault.CANNOT_OPEN, path, e);
        }
        if (!Files.isRegularFile(path)) {
            throw new StorageException(StorageFault.CANNOT_OPEN, path, "it is not a file");
        }
        if (!Files.isReadable(path)) {
            throw new StorageException(StorageFault.CANNOT_OPEN, path, "no permission to read it");
        }
        requireWritable();
    }

    /**
     * Refuses a file that is gone, or that may not be written: by its mode, or because its disk has become read-only. SQLite
     * itself goes on with a file that it has open (decision 0123).
     */
    void requireWritable() {
        if (!Files.isWritable(path)) {
            boolean gone = Files.notExists(path);
            throw gone
                    ? new StorageException(StorageFault.REPLACED, path, "there is no such file any more")
                    : new StorageException(StorageFault.READ_ONLY, path, "no permission to write it");
        }
    }

    /** The file's identity (device and inode); null when it is gone. */
    @Nullable
    Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    boolean isSameAs(String other) {
        try {
            return !other.isEmpty() && Files.isSameFile(path, Path.of(other));
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes; 0 when it cannot be told. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Bytes that this user may still write on the file's disk; all there can be when it cannot be told, which takes a descriptor. */
    long freeBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
