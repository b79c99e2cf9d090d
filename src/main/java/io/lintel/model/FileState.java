package io.lintel.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * By what one sees that a file has been written or replaced. Only the kernel sets {@code ctime}: who writes a file can put its modification time
 * back, and not that. stat(2).
 *
 * @param inode with the device that it is on
 * @param changed ctime
 */
public record FileState(Path file, String inode, long size, Instant modified, Instant changed) {

    static FileState of(Path file) {
        try {
            Map<String, Object> stat = Files.readAttributes(file, "unix:dev,ino,size,lastModifiedTime,ctime");
            return new FileState(
                    file.toAbsolutePath().normalize(),
                    value(stat, "dev") + ":" + value(stat, "ino"),
                    (Long) value(stat, "size"),
                    instant(value(stat, "lastModifiedTime")),
                    instant(value(stat, "ctime")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Map<String, Object> stat, String name) {
        return Objects.requireNonNull(stat.get(name), name);
    }

    private static Instant instant(Object time) {
        return Instant.EPOCH.plusNanos(((FileTime) time).to(TimeUnit.NANOSECONDS));
    }

    /** One line of a file of notes; it ends with the path. */
    String line(String sha256) {
        return sha256 + " " + inode + " " + size + " " + modified + " " + changed + " " + file;
    }
}
