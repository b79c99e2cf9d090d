package io.lintel.appliance;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether the disk of the data folder has room, for the running door and for {@code lintel doctor}. */
public final class DiskSpace {

    /** The log of a busy door fills this within weeks. */
    private static final long SHORT = 1L << 30;
    /** SQLite needs room for its write-ahead log, and nobody is let in without a row in the audit log. */
    private static final long OUT = 128L << 20;

    private DiskSpace() {}

    /** @param folder any that exists */
    public static ComponentStatus status(String component, Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder.toAbsolutePath());
            return status(component, disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            return ComponentStatus.bad(component, "cannot be asked: " + e.getMessage(), "look at lintel.data.folder");
        }
    }

    static ComponentStatus status(String component, long free, long total) {
        String text = gigabytes(free) + " of " + gigabytes(total) + " free";
        if (free < OUT) {
            return ComponentStatus.bad(component, text, "make room: without it nobody can be let in");
        }
        return free < SHORT
                ? ComponentStatus.warning(component, text, "make room soon")
                : ComponentStatus.good(component, text);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
