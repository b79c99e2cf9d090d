package io.lintel.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes people who were deleted unreadable in backups that were made before: their data keys are overwritten there, without opening the
 * backups. A disk that was not there is caught up with when it is. Thread-safe.
 */
public final class DestroyedKeys {

    /** No backup takes as long: what was not written to for so long has nobody who writes it. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Supplier<Set<ByteBuffer>> tags;
    private final Path work;
    private final InstantSource clock;

    /** How many keys had been destroyed when a backup was last looked through. */
    private final Map<Path, Integer> examined = new HashMap<>();

    /** @param tags the names of the keys of all who were deleted */
    public DestroyedKeys(Supplier<Set<ByteBuffer>> tags, Path dataFolder, InstantSource clock) {
        this.tags = tags;
        this.work = dataFolder.resolve(Backups.WORK);
        this.clock = clock;
    }

    /**
     * Overwrites the keys in all backups of a folder, also in those of other boxes and in unfinished ones: the name of a key is nowhere else.
     *
     * @return how many were still there
     * @throws BackupException if the folder is not there, or a backup in it cannot be written; the others are done
     */
    public synchronized int overwriteIn(Path folder) {
        Backups.requireFolder(folder);
        removeAbandoned(work);
        Set<ByteBuffer> destroyed = tags.get();
        int overwritten = 0;
        List<String> failed = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "lintel-*{" + Backups.SUFFIX + "," + Backups.UNFINISHED + "}")) {
            for (Path file : files) {
                if (Objects.equals(examined.get(file), destroyed.size())) {
                    continue;
                }
                try {
                    overwritten += KeySection.destroy(file, destroyed);
                    if (file.toString().endsWith(Backups.SUFFIX)) {
                        examined.put(file, destroyed.size());
                    } else {
                        removeAbandoned(file);
                    }
                } catch (IOException e) {
                    failed.add(file.getFileName() + ": " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new BackupException(folder + " cannot be read: " + e.getMessage(), "check its rights", e);
        }
        if (!failed.isEmpty()) {
            throw new BackupException(
                    "people who were deleted may still be in backups (" + String.join("; ", failed) + ")",
                    "make these files writable for Lintel's user, or delete them");
        }
        return overwritten;
    }

    /** What a power cut has left of a backup that was being made. */
    private void removeAbandoned(Path left) {
        try {
            Instant touched = Files.getLastModifiedTime(left).toInstant();
            if (touched.isBefore(clock.instant().minus(ABANDONED))) {
                Backups.deleteQuietly(left);
            }
        } catch (IOException e) {
            // It is not there, or is gone meanwhile.
        }
    }
}
