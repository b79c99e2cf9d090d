package io.lintel.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders with everything below them. Links are not followed. */
public final class FileTree {

    private FileTree() {}

    /** Nothing happens where there is none. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path each : all(root).reversed()) {
            Files.deleteIfExists(each);
        }
    }

    /**
     * Deletes a folder that means something while it is there: cut off in the middle, what is left of it has another name.
     *
     * @param discarded that name, in the same folder; something of that name is deleted too
     */
    public static void deleteAtOnce(Path root, Path discarded) throws IOException {
        delete(discarded);
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(root, discarded, StandardCopyOption.ATOMIC_MOVE);
            delete(discarded);
        }
    }

    /** Gives it to another file's owner: what root writes for a service that is somebody else, that service must be able to use. */
    public static void giveToOwnerOf(Path other, Path root) throws IOException {
        UserPrincipal owner = Files.getOwner(other);
        for (Path each : all(root)) {
            if (!Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                Files.setOwner(each, owner);
            }
        }
    }

    /** A folder before what is in it. */
    private static List<Path> all(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
