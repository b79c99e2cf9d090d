package io.lintel.audit;

import io.lintel.crypto.PictureCipher;
import io.lintel.crypto.SealException;
import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that belong to rows of the log, one file a row, named by its number. Beside the database and not in it: pictures
 * must never fill the file that the door needs, and are the first to go when the disk is short. Thread-safe; one process adds pictures, others may delete some.
 */
public final class SnapshotFolder {

    private static final System.Logger LOG = System.getLogger(SnapshotFolder.class.getName());

    /** With less room than this no picture is taken: what is left belongs to the log itself. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final int ROWS_A_FOLDER = 1000;
    private static final String SEALED = ".sealed";

    /** Of an older Lintel, in the clear. */
    private static final String PLAIN = ".jpg";

    private static final Pattern NAME =
            Pattern.compile("(\\d{1,18})(" + Pattern.quote(SEALED) + "|" + Pattern.quote(PLAIN) + ")");

    /** @param suffix of the file's name */
    private record Kept(long bytes, Instant at, String suffix) {}

    private final Path folder;
    private final Supplier<SnapshotLimits> limits;
    private final InstantSource clock;
    private final PictureCipher cipher;
    private @Nullable NavigableMap<Long, Kept> index;
    private long bytes;
    private boolean full;

    public SnapshotFolder(Path folder, Supplier<SnapshotLimits> limits, InstantSource clock, PictureCipher cipher) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.cipher = cipher;
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
            byte[] sealed = cipher.seal(seq, jpeg);
            AtomicFile.write(file(seq, SEALED), sealed, AtomicFile.PRIVATE);
            known.put(seq, new Kept(sealed.length, clock.instant(), SEALED));
            bytes += sealed.length;
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
        Kept kept = index().get(seq);
        if (kept == null) {
            return Optional.empty();
        }
        try {
            byte[] stored = Files.readAllBytes(file(seq, kept.suffix()));
            return Optional.of(kept.suffix().equals(SEALED) ? cipher.open(seq, stored) : stored);
        } catch (NoSuchFileException gone) {
            delete(seq); // by another process that has removed a person
            return Optional.empty();
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
        SnapshotLimits allowed = limits.get();
        Instant oldest = clock.instant().minus(allowed.age());
        int gone = 0;
        while (!known.isEmpty()) {
            Map.Entry<Long, Kept> first = known.firstEntry();
            boolean goes = known.size() > allowed.most()
                    || bytes > allowed.bytes()
                    || first.getValue().at().isBefore(oldest);
            if (!goes) {
                break;
            }
            delete(first.getKey());
            gone++;
        }
        return gone;
    }

    /** Seals the pictures that an older Lintel left in the clear, or deletes them where their person is gone. @return how many there were */
    public synchronized int sealPlain() {
        List<Long> plain = index().entrySet().stream()
                .filter(kept -> kept.getValue().suffix().equals(PLAIN))
                .map(Map.Entry::getKey)
                .toList();
        for (long seq : plain) {
            sealPlain(seq);
        }
        return plain.size();
    }

    private void sealPlain(long seq) {
        Path from = file(seq, PLAIN);
        try {
            FileTime taken = Files.getLastModifiedTime(from);
            byte[] sealed = cipher.seal(seq, Files.readAllBytes(from));
            Path to = file(seq, SEALED);
            AtomicFile.write(to, sealed, AtomicFile.PRIVATE);
            Files.setLastModifiedTime(to, taken);
            Files.delete(from);
            index().put(seq, new Kept(sealed.length, taken.toInstant(), SEALED));
        } catch (SealException e) {
            delete(seq);
        } catch (IOException e) {
            throw failed("cannot seal the picture of row " + seq, e);
        }
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
            Files.deleteIfExists(file(seq, SEALED));
            Files.deleteIfExists(file(seq, PLAIN));
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

    private Path file(long seq, String suffix) {
        return folder.resolve(Long.toString(seq / ROWS_A_FOLDER)).resolve(seq + suffix);
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
                Matcher parts = NAME.matcher(name);
                if (parts.matches()) {
                    Kept kept = new Kept(
                            Files.size(file), Files.getLastModifiedTime(file).toInstant(), parts.group(2));
                    // Both are there where a power cut came between sealing one and deleting what it was made of.
                    found.merge(
                            Long.parseLong(parts.group(1)),
                            kept,
                            (one, other) -> one.suffix().equals(PLAIN) ? one : other);
                } else if (name.endsWith(AtomicFile.UNFINISHED)) {
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
