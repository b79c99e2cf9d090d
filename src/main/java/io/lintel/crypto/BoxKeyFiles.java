package io.lintel.crypto;

import io.lintel.system.AtomicFile;
import io.lintel.system.FileTree;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the box's key may lie: in a file of its own outside the data folder, while it is being replaced in a second one beside it, or in a
 * credential that systemd has decrypted. Thread-safe.
 */
public final class BoxKeyFiles {

    /** The name of systemd's credential. */
    public static final String CREDENTIAL = "lintel.key";

    private static final System.Logger LOG = System.getLogger(BoxKeyFiles.class.getName());
    private static final Set<PosixFilePermission> FOR_OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path file;
    private final Path next;
    private final List<Path> credentials;

    /**
     * @param file of the key; made with its folder where a new database needs one
     * @param credentials files that systemd may have made, the first one first; only read
     */
    public BoxKeyFiles(Path file, List<Path> credentials) {
        this.file = file.toAbsolutePath().normalize();
        this.next = this.file.resolveSibling(this.file.getFileName() + ".next");
        this.credentials = List.copyOf(credentials);
    }

    /** @param place a file */
    record Found(BoxKey key, Path place, boolean isCredential) {}

    public Path file() {
        return file;
    }

    /** The key of this id. @throws BoxKeyException if there is none */
    Found require(byte[] id) {
        List<Found> all = all();
        return all.stream()
                .filter(found -> found.key().hasId(id))
                .findFirst()
                .orElseThrow(() -> new BoxKeyException(
                        "People's data in the database is sealed with the key " + BoxKey.show(id) + ", and "
                                + (all.isEmpty()
                                        ? "there is no key in " + file
                                        : all.getFirst().place() + " holds another one ("
                                                + BoxKey.show(
                                                        all.getFirst().key().id()) + ")"),
                        remedy()));
    }

    private String remedy() {
        return "put that key back into " + file + " (mode 0600), or give it to the service as the credential "
                + CREDENTIAL
                + "; it is in each backup ('lintel restore' puts it in place). A command beside the service runs as its"
                + " user or as root. Without the key the data is lost: move the database away and enrol anew";
    }

    /** The code of a note that this box makes for itself; empty where no key can be read. */
    public Optional<byte[]> mac(byte[] note) {
        try {
            return all().stream().findFirst().map(found -> found.key().mac(note));
        } catch (BoxKeyException e) {
            return Optional.empty();
        }
    }

    /** Any key that is there; where there is none, a new one in its file. */
    Found anyOrNew(SecureRandom random) {
        List<Found> all = all();
        if (!all.isEmpty()) {
            return all.getFirst();
        }
        make(file, BoxKey.make(random));
        LOG.log(
                Level.INFO,
                "box-key made=\"{0}\" note=\"opens the stored faces, names and PINs; without it they are lost; it is part of each backup\"",
                file);
        return all().getFirst();
    }

    /** The key that is to replace the one in force; one that an interrupted replacement has made is taken again. */
    BoxKey nextKey(SecureRandom random) {
        if (read(next).isEmpty()) {
            make(next, BoxKey.make(random));
        }
        return read(next).orElseThrow();
    }

    /** Puts the next key into the place of the one before, which is gone from then on. */
    void finishReplacement() {
        try {
            AtomicFile.finish(next, file);
        } catch (IOException e) {
            throw unwritable(next, e);
        }
    }

    /**
     * Puts a key that a backup held into its place; another one that was there is kept beside it.
     *
     * @param from holds the key
     * @param kept ends the name of what is kept
     */
    public void takeFrom(Path from, String kept) {
        BoxKey restored = read(from)
                .orElseThrow(() -> new BoxKeyException("there is no key in " + from, "choose another backup"));
        Optional<BoxKey> present = read(file);
        if (present.isPresent() && present.get().hasId(restored.id())) {
            return;
        }
        try {
            if (present.isPresent()) {
                AtomicFile.finish(file, file.resolveSibling(file.getFileName() + "." + kept));
            }
            make(file, restored);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    boolean isNext(Path place) {
        return place.equals(next);
    }

    private List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (Path own : List.of(file, next)) {
            read(own).ifPresent(key -> found.add(new Found(key, own, false)));
        }
        for (Path credential : credentials) {
            read(credential).ifPresent(key -> found.add(new Found(key, credential, true)));
        }
        return found;
    }

    private Optional<BoxKey> read(Path from) {
        try {
            if (!Files.isReadable(from)) {
                if (Files.exists(from)) {
                    throw new BoxKeyException(
                            "the box's key cannot be read: " + from,
                            "run this as the user that Lintel runs as: sudo -u lintel lintel ..., or as root");
                }
                return Optional.empty();
            }
            if (!credentials.contains(from)
                    && Files.getPosixFilePermissions(from).stream().anyMatch(FOR_OTHERS::contains)) {
                throw new BoxKeyException(
                        "the box's key can be read by others: " + from,
                        "chmod 600 " + from + "; if others may have read it: lintel key rotate");
            }
            return Optional.of(BoxKey.parse(Files.readString(from))
                    .orElseThrow(() -> new BoxKeyException("there is no key of a box in " + from, remedy())));
        } catch (IOException e) {
            throw new BoxKeyException("the box's key cannot be read: " + from + ": " + e, remedy(), e);
        }
    }

    private static void make(Path place, BoxKey key) {
        Path folder = place.resolveSibling("");
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            Path fresh = Files.createTempFile(
                    folder, "box-key", AtomicFile.UNFINISHED, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
            try {
                Files.writeString(fresh, key.text(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                FileTree.giveToOwnerOf(folder, fresh);
                Files.createLink(place, fresh); // unlike a move it fails where another process was faster
            } catch (FileAlreadyExistsException e) {
                // The other process's key it is.
            } finally {
                Files.delete(fresh);
            }
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    private static BoxKeyException unwritable(Path place, IOException e) {
        return new BoxKeyException(
                "the box's key cannot be written to " + place + ": " + e,
                "make its folder writable for the user that runs Lintel, or choose another: lintel.data.key-folder",
                e);
    }
}
