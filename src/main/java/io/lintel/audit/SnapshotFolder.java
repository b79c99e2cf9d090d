package io.lintel.audit;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that belong to rows of the log, one file a row, named by its number. Beside the database and not in it: pictures
 * must never fill the file that the door needs, and are the first to go when the disk is short. Thread-safe, for one process.
 */
public final class SnapshotFolder {

    private static final System.Logger LOG = System.getLogger(SnapshotFolder.class.getName());

    /** With less room than this no picture is taken: what is left belongs to the log itself. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final int ROWS_A_FOLDER = 1000;

    private record Kept(long bytes, Instant at) {}

    private final Path folder;
    private final SnapshotLimits limits;
    private final InstantSource clock;
    private @Nullable NavigableMap<Long, Kept> index;
    private long bytes;
    private boolean full;

    public SnapshotFolder(Path folder, SnapshotLimits limits, InstantSource clock) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Keeps a picture, and lets the oldest go where the limits ask for it.
     *
     * @return false when the disk has no room for pictures
     */
    public synchronized boolean put(long seq, byte[] jpeg) {
        try {
            NavigableMap<Long, Kept> known = index();
            if (!hasRoom()) {
                return false;
            }
            Path file = file(seq);
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "new",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(fresh, jpeg);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            known.put(seq, new Kept(jpeg.length, clock.instant()));
            bytes += jpeg.length;
            trim();
            return true;
        } catch (IOException e) {
            throw failed("cannot keep the picture of row " + seq, e);
        }
    }

    public synchronized boolean has(long seq) {
        return index().containsKey(seq);
    }

    /** Empty when there was none, or retention has taken it. */
    public synchronized Optional<byte[]> find(long seq) {
        if (!has(seq)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(seq)));
        } catch (IOException e) {
            throw failed("cannot read the picture of row " + seq, e);
        }
    }

    public synchronized List<Long> rows() {
        return List.copyOf(index().keySet());
    }

    /** Deletes what is too old, too many or too much. @return how many went */
    public synchronized int trim() {
        NavigableMap<Long, Kept> known = index();
        Instant oldest = clock.instant().minus(limits.age());
        int gone = 0;
        while (!known.isEmpty()) {
            Map.Entry<Long, Kept> first = known.firstEntry();
            boolean goes = known.size() > limits.most()
                    || bytes > limits.bytes()
                    || first.getValue().at().isBefore(oldest);
            if (!goes) {
                break;
            }
            delete(first.getKey());
            gone++;
        }
        return gone;
    }

    /** Deletes the pictures of rows that somebody wants gone. @return how many went */
    public synchronized int forget(LongPredicate row) {
        int gone = 0;
        for (long seq : rows()) {
            if (row.test(seq)) {
                delete(seq);
                gone++;
            }
        }
        return gone;
    }

    private void delete(long seq) {
        try {
            Files.deleteIfExists(file(seq));
            Kept kept = index().remove(seq);
            bytes -= kept == null ? 0 : kept.bytes();
        } catch (IOException e) {
            throw failed("cannot delete the picture of row " + seq, e);
        }
    }

    private boolean hasRoom() throws IOException {
        Files.createDirectories(folder);
        boolean now = Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES;
        if (now != full) {
            full = now;
            LOG.log(
                    Level.WARNING,
                    now
                            ? "snapshots state=off reason=\"less than 256 MiB left on the disk of {0}\""
                            : "snapshots state=on disk=\"{0}\"",
                    folder);
        }
        return !now;
    }

    private Path file(long seq) {
        return folder.resolve(Long.toString(seq / ROWS_A_FOLDER)).resolve(seq + ".jpg");
    }

    private NavigableMap<Long, Kept> index() {
        NavigableMap<Long, Kept> known = index;
        if (known == null) {
            known = read();
            index = known;
            bytes = known.values().stream().mapToLong(Kept::bytes).sum();
        }
        return known;
    }

    private NavigableMap<Long, Kept> read() {
        NavigableMap<Long, Kept> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{1,18}\\.jpg")) {
                    found.put(
                            Long.parseLong(name.substring(0, name.length() - 4)),
                            new Kept(
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toInstant()));
                } else if (name.endsWith(".part")) {
                    Files.delete(file);
                }
            }
            return found;
        } catch (IOException e) {
            throw failed("cannot read the folder of snapshots", e);
        }
    }

    private LintelException failed(String what, IOException why) {
        return new LintelException(what + ": " + why, "look at the folder " + folder + " and at its disk", why);
    }
}
