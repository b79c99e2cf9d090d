package io.lintel.backup;

import io.lintel.crypto.BoxKeyFiles;
import io.lintel.crypto.DetachedKeyStore;
import io.lintel.storage.DatabaseCopy;
import io.lintel.system.AtomicFile;
import io.lintel.system.FileTree;
import io.lintel.system.LintelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A backup that waits in the data folder until Lintel starts the next time. Staging checks everything and changes nothing that is in use;
 * the start moves the files into place and keeps what was there. Each step can be interrupted and is gone on with.
 */
public final class StagedRestore {

    /** The folder of a backup that is complete. */
    static final String READY = "restore.ready";

    static final String INCOMPLETE = "restore.incomplete";

    /** A folder that is being deleted. */
    static final String DISCARDED = "restore.discarded";

    private static final String INFO = ".info";

    /** Holds the name of the folder for what is replaced. */
    private static final String BEFORE = ".before";

    /** What is replaced has been set aside. */
    private static final String CLEARED = ".cleared";

    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DataFolder data;
    private final BoxKeyFiles keys;
    private final InstantSource clock;

    /**
     * @param database the name of the database that this box uses
     * @param keys where the backup's key goes
     */
    public StagedRestore(Path dataFolder, String database, BoxKeyFiles keys, InstantSource clock) {
        this.clock = clock;
        this.keys = keys;
        this.data = new DataFolder(dataFolder.toAbsolutePath().normalize(), database);
    }

    /**
     * Unpacks and checks a backup.
     *
     * @param in the backup; closed by the caller
     * @throws BackupException if it cannot be used here; nothing is staged then
     */
    public BackupInfo stage(InputStream in, BackupKey.Opening key) {
        Path incomplete = data.path().resolve(INCOMPLETE);
        try {
            Files.createDirectories(data.path());
            FileTree.delete(incomplete);
            Files.createDirectory(
                    incomplete, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            BackupFile.Content content = BackupFile.read(new BufferedInputStream(in), key, (about, name, file) -> {
                requireSameKind(about);
                unpack(incomplete, name, file);
            });
            BackupInfo info = content.info();
            checkDatabase(incomplete);
            DetachedKeyStore.putInto(incomplete.resolve(data.database()), content.people());
            AtomicFile.write(
                    incomplete.resolve(BEFORE),
                    DataFolder.BEFORE_RESTORE + TIME.format(clock.instant()),
                    AtomicFile.PRIVATE);
            AtomicFile.write(incomplete.resolve(INFO), info.text(), AtomicFile.PRIVATE);
            Backups.force(incomplete);
            FileTree.deleteAtOnce(folder(), data.path().resolve(DISCARDED));
            Files.move(incomplete, folder(), StandardCopyOption.ATOMIC_MOVE);
            Backups.force(data.path());
            return info;
        } catch (IOException e) {
            throw new BackupException(
                    "the backup cannot be unpacked into " + data.path() + ": " + e.getMessage(),
                    "see that the disk is not full and that Lintel's user may write there",
                    e);
        } finally {
            Backups.deleteQuietly(incomplete);
        }
    }

    private void requireSameKind(BackupInfo info) {
        if (!info.database().equals(data.database())) {
            throw new BackupException(
                    "the backup holds " + info.database() + ", and this box uses " + data.database(),
                    "a demonstration's backup is for a demonstration, a door's for a door");
        }
    }

    private void checkDatabase(Path folder) {
        Path copy = folder.resolve(data.database());
        if (!Files.exists(copy)) {
            throw new BackupException("the backup has no database", "choose another one");
        }
        try {
            DatabaseCopy.check(copy);
        } catch (LintelException e) {
            throw new BackupException(
                    "the backup's database cannot be used: " + e.getMessage(),
                    "choose another backup, or a newer Lintel",
                    e);
        }
    }

    private void unpack(Path folder, String name, InputStream content) throws IOException {
        if (!data.takes(name)) {
            throw new BackupException(
                    "the backup holds a file that is none of Lintel's: " + name, "choose another one");
        }
        Path file = folder.resolve(name);
        createFolderOf(file);
        try (FileChannel out = FileChannel.open(
                        file,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream stream = Channels.newOutputStream(out)) {
            content.transferTo(stream);
            out.force(true);
        }
    }

    /** Where a backup waits for the next start. */
    public Path folder() {
        return data.path().resolve(READY);
    }

    /** A backup that waits for the next start; empty where none does. */
    public Optional<BackupInfo> waiting() {
        try {
            Path info = folder().resolve(INFO);
            return Files.exists(info) ? Optional.of(BackupInfo.parse(Files.readString(info))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a staged backup back; nothing happens where none waits. */
    public void cancel() {
        try {
            FileTree.deleteAtOnce(folder(), data.path().resolve(DISCARDED));
        } catch (IOException e) {
            throw new BackupException("the staged backup cannot be deleted: " + e.getMessage(), "check its rights", e);
        }
    }

    /**
     * Moves a staged backup into place, before anything in the data folder is opened. What it replaces is kept in a folder beside it.
     *
     * @return what was restored; empty where nothing waited
     * @throws BackupException if it could not be moved; the next call goes on where this one stopped
     */
    public Optional<BackupInfo> apply() {
        Backups.deleteQuietly(data.path().resolve(INCOMPLETE));
        Backups.deleteQuietly(data.path().resolve(DISCARDED));
        Optional<BackupInfo> info = waiting();
        if (info.isEmpty()) {
            return info;
        }
        Path ready = folder();
        try {
            Path before = data.path().resolve(Files.readString(ready.resolve(BEFORE)));
            if (!Files.exists(ready.resolve(CLEARED))) {
                clear(ready, before);
                AtomicFile.write(ready.resolve(CLEARED), "", AtomicFile.PRIVATE);
            }
            Path key = ready.resolve(Backups.BOX_KEY);
            if (Files.exists(key)) {
                keys.takeFrom(key, before.getFileName().toString());
                Files.delete(key);
            }
            for (Path staged : contentOf(ready)) {
                Path target = data.path().resolve(ready.relativize(staged).toString());
                createFolderOf(target);
                AtomicFile.finish(staged, target);
            }
            FileTree.deleteAtOnce(folder(), data.path().resolve(DISCARDED));
            return info;
        } catch (IOException e) {
            throw new BackupException(
                    "the backup in " + ready + " cannot be moved into place: " + e.getMessage(),
                    "make the data folder writable for Lintel's user and start again",
                    e);
        }
    }

    /** Sets everything aside that a backup would hold, so that nothing of two states stands side by side. */
    private void clear(Path ready, Path before) throws IOException {
        for (String companion : COMPANIONS) {
            setAside(data.database() + companion, before);
        }
        for (String name : data.files(false).keySet()) {
            // The certificate is this machine's own: a backup without one takes it from nobody.
            if (!name.startsWith("tls/") || Files.exists(ready.resolve(name))) {
                setAside(name, before);
            }
        }
    }

    private void setAside(String name, Path before) throws IOException {
        Path file = data.path().resolve(name);
        if (Files.exists(file)) {
            createFolderOf(before.resolve(name));
            Files.move(file, before.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void createFolderOf(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolve("..").normalize());
    }

    private static List<Path> contentOf(Path ready) throws IOException {
        Set<Path> own = Set.of(ready.resolve(INFO), ready.resolve(BEFORE), ready.resolve(CLEARED));
        try (Stream<Path> files = Files.walk(ready)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !own.contains(file))
                    .sorted()
                    .toList();
        }
    }
}
