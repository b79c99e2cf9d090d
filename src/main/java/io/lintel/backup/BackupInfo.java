package io.lintel.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param made when its database was copied
 * @param box the host name of the box that made it
 * @param version of the Lintel that made it
 * @param database the name of its database among its files
 */
public record BackupInfo(Instant made, String box, String version, String database) {

    static final String ENTRY = "backup.txt";

    private static final String FORMAT = "1";

    String text() {
        return "format=" + FORMAT + "\nmade=" + made + "\nbox=" + box + "\nlintel=" + version + "\ndatabase=" + database
                + "\n";
    }

    static BackupInfo parse(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        if (!FORMAT.equals(values.get("format"))) {
            throw new BackupException(
                    "the backup has the format " + values.getOrDefault("format", "of something else"),
                    "restore it with the Lintel that made it, or a newer one");
        }
        try {
            return new BackupInfo(
                    Instant.parse(values.getOrDefault("made", "")),
                    values.getOrDefault("box", ""),
                    values.getOrDefault("lintel", ""),
                    values.getOrDefault("database", ""));
        } catch (DateTimeException e) {
            throw new BackupException("the backup's description is damaged", "choose another backup", e);
        }
    }
}
