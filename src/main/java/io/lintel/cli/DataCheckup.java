package io.lintel.cli;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the data folder can be written and has room. */
final class DataCheckup {

    /** Below this the log of a busy door fills the rest within days. */
    private static final long LITTLE_ROOM = 200L << 20;

    private DataCheckup() {}

    static Finding of(Path folder) {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            return Finding.note("data", "there is no " + absolute + " yet", "it is made at the first start");
        }
        if (!Files.isWritable(absolute)) {
            return Finding.problem(
                    "data",
                    new LintelException(
                            absolute + " cannot be written",
                            "run it as the user that owns the folder: sudo -u lintel lintel doctor"));
        }
        try {
            FileStore disk = Files.getFileStore(absolute);
            String room = "%s, %,d MB free".formatted(absolute, disk.getUsableSpace() >> 20);
            return disk.getUsableSpace() < LITTLE_ROOM
                    ? Finding.problem("data", new LintelException(room, "free some room on that disk"))
                    : Finding.ok("data", room);
        } catch (IOException e) {
            return Finding.problem(
                    "data",
                    new LintelException(
                            "the disk of " + absolute + " does not answer: " + e.getMessage(), "check the disk", e));
        }
    }
}
