package io.lintel.backup;

import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.DetachedKey;
import io.lintel.crypto.DetachedKeyStore;
import io.lintel.crypto.PersonKeyStore;
import io.lintel.system.AtomicFile;
import io.lintel.system.FileTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes backups of a data folder while it is in use, and looks after them. A backup that is listed has been written to its disk, read back
 * and found whole. Thread-safe: one is made at a time.
 */
public final class Backups {

    /** The name of the box's key in a backup: without it the people in the backup could be restored nowhere. */
    static final String BOX_KEY = "box.key";

    static final String WORK = ".backup-work";
    static final String SUFFIX = ".backup";
    static final String UNFINISHED = ".part";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Consumer<Path> database;
    private final BoxKeyFiles keys;
    private final DataFolder data;
    private final String box;
    private final String version;
    private final InstantSource clock;
    private final Pattern ownNames;

    /**
     * @param copyOfDatabase writes one state of the database in use into a new file
     * @param keys among which the key is that the database is sealed with
     * @param dataFolder of the running product
     * @param databaseName of the database in it
     * @param box this box's host name: several boxes may share a folder
     * @param version of this Lintel
     */
    public Backups(
            Consumer<Path> copyOfDatabase,
            BoxKeyFiles keys,
            Path dataFolder,
            String databaseName,
            String box,
            String version,
            InstantSource clock) {
        this.database = copyOfDatabase;
        this.keys = keys;
        this.data = new DataFolder(dataFolder.toAbsolutePath().normalize(), databaseName);
        this.box = box.replaceAll("[^A-Za-z0-9.-]", "-");
        this.version = version;
        this.clock = clock;
        this.ownNames = Pattern.compile("lintel-" + Pattern.quote(this.box) + "-(\\d{8}T\\d{6}Z)(\\.backup|\\.age)");
    }

    /**
     * A backup on the disk.
     *
     * @param bytes its size
     */
    public record Made(Path file, Instant made, long bytes) {}

    /**
     * Makes a backup and verifies it by opening it again.
     *
     * @param folder exists; a folder that is missing may be a disk that is not mounted
     * @throws BackupException if it could not be made; no file is left then
     */
    public synchronized Made make(Path folder, BackupKey.Encrypting key, boolean withPictures) {
        requireFolder(folder);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve("lintel-" + box + "-" + TIME.format(now) + SUFFIX);
        Path part = folder.resolve(file.getFileName() + UNFINISHED);
        Path work = data.path().resolve(WORK);
        try {
            if (Files.exists(file)) {
                throw new BackupException("there is a backup of this second: " + file, "try again");
            }
            Files.deleteIfExists(part);
            FileTree.delete(work);
            Files.createDirectory(work, OWNER_ONLY);
            BackupKey.Encrypting.Stanzas stanzas = key.stanzas();
            Map<String, Path> files = new LinkedHashMap<>(withPictures ? data.files(true) : Map.of());
            // Copied before the database: what the signed head of the audit log says is then never newer than the log.
            for (Map.Entry<String, Path> each : data.files(false).entrySet()) {
                Path kept = work.resolve(each.getKey());
                Files.createDirectories(kept.resolve("..").normalize());
                files.put(each.getKey(), Files.copy(each.getValue(), kept));
            }
            Path copy = work.resolve(data.database());
            database.accept(copy);
            files.put(data.database(), copy);
            PersonKeyStore.keyFileOf(copy, keys).ifPresent(place -> files.put(BOX_KEY, place));
            List<DetachedKey> people = DetachedKeyStore.takeFrom(copy);
            BackupFile.write(new BackupInfo(now, box, version, data.database(), 0), files, people, stanzas, part);
            PersonKeyStore.keyFileOf(copy, keys); // still that one: it may just have been replaced
            verify(part, stanzas.readBack());
            AtomicFile.finish(part, file);
            return new Made(file, now, Files.size(file));
        } catch (IOException | UncheckedIOException | GeneralSecurityException e) {
            throw new BackupException(
                    "no backup could be written to " + folder + ": " + e.getMessage(),
                    "see that the disk is there, is not full and may be written by Lintel's user",
                    e);
        } finally {
            deleteQuietly(part);
            deleteQuietly(work);
        }
    }

    /**
     * Reads a whole backup.
     *
     * @throws BackupException if the key does not open it, or it is damaged
     */
    public static BackupInfo verify(Path file, BackupKey.Opening key) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return BackupFile.read(in, key, (info, name, content) -> {}).info();
        } catch (IOException e) {
            throw new BackupException(file + " cannot be read: " + e.getMessage(), "check the path and its rights", e);
        }
    }

    /** This box's backups in a folder, the newest first. */
    public List<Made> in(Path folder) {
        requireFolder(folder);
        List<Made> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "lintel-*")) {
            for (Path file : files) {
                Matcher name = ownNames.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(new Made(file, TIME.parse(name.group(1), Instant::from), Files.size(file)));
                }
            }
        } catch (IOException e) {
            throw new BackupException(folder + " cannot be read: " + e.getMessage(), "check its rights", e);
        }
        found.sort(Comparator.comparing(Made::made).reversed());
        return found;
    }

    /**
     * Deletes this box's oldest backups.
     *
     * @param keep how many of the newest stay, at least one
     * @return how many went
     */
    public int prune(Path folder, int keep) {
        int gone = 0;
        for (Made old : in(folder).stream().skip(Math.max(1, keep)).toList()) {
            try {
                Files.deleteIfExists(old.file());
                gone++;
            } catch (IOException e) {
                throw new BackupException(old.file() + " cannot be deleted: " + e.getMessage(), "check its rights", e);
            }
        }
        return gone;
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BackupException(
                    "the folder for backups, " + folder + ", is not there", "mount its disk, or make the folder");
        }
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void deleteQuietly(Path path) {
        try {
            FileTree.delete(path);
        } catch (IOException e) {
            System.getLogger(Backups.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} was left behind: {1}", path, e.getMessage());
        }
    }
}
