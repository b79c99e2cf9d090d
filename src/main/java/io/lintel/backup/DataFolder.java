package io.lintel.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a data folder is worth keeping: everything but the database, which is copied by itself, and what only the running program
 * needs.
 *
 * @param path the folder
 * @param database the name of the database in force
 */
record DataFolder(Path path, String database) {

    /** How the folders begin that hold what a restore has replaced. */
    static final String BEFORE_RESTORE = "before-restore-";

    private static final Set<String> NEVER =
            Set.of("uploads", "alarms", StagedRestore.READY, StagedRestore.INCOMPLETE, StagedRestore.DISCARDED);
    private static final Set<String> PICTURES = Set.of("snapshots", "demo-snapshots");

    /** By name below the folder, with forward slashes, in alphabetical order. */
    Map<String, Path> files(boolean withPictures) {
        Map<String, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.equals(path) || isKept(folder, withPictures)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isKept(file, withPictures)) {
                        files.put(path.relativize(file).toString(), file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private boolean isKept(Path file, boolean withPictures) {
        String name = path.relativize(file).getName(0).toString();
        return !NEVER.contains(name)
                && (withPictures || !PICTURES.contains(name))
                && !name.startsWith(".")
                && !name.startsWith(BEFORE_RESTORE)
                && !isDatabase(name)
                && !name.endsWith(".lock")
                && !name.endsWith(".new");
    }

    /** Databases with their companions {@code -wal}, {@code -shm}, {@code -journal}. */
    private static boolean isDatabase(String name) {
        return name.endsWith(".db") || name.contains(".db-");
    }

    /** Whether a restore may write a file of this name: below the folder, nothing hidden, nothing of the running program. */
    boolean takes(String name) {
        Path target = path.resolve(name).normalize();
        return !name.isEmpty()
                && !name.contains("\\")
                && !name.endsWith("/")
                && target.startsWith(path.normalize())
                && !target.equals(path.normalize())
                && path.relativize(target).toString().equals(name)
                && (name.equals(database) || isKept(target, true));
    }
}
