package io.lintel.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a backup says of itself.
 *
 * @param made when its database was copied
 * @param box the host name of the box that made it
 * @param version of the Lintel that made it
 * @param database the name of its database among its files
 * @param leftOut how many people are in it whose key was destroyed since: a restore leaves them out
 */
public record BackupInfo(Instant made, String box, String version, String database, int leftOut) {

    static final String ENTRY = "backup.txt";

    /** 1: of an older Lintel, with people's keys in its database. */
    private static final Set<String> FORMATS = Set.of("1", "2");

    String text() {
        return "format=2\nmade=" + made + "\nbox=" + box + "\nlintel=" + version + "\ndatabase=" + database
                + "\nleft-out=" + leftOut + "\n";
    }

    BackupInfo withLeftOut(int people) {
        return new BackupInfo(made, box, version, database, people);
    }

    static BackupInfo parse(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        if (!FORMATS.contains(values.getOrDefault("format", ""))) {
            throw new BackupException(
                    "the backup has the format " + values.getOrDefault("format", "of something else"),
                    "restore it with the Lintel that made it, or a newer one");
        }
        try {
            return new BackupInfo(
                    Instant.parse(values.getOrDefault("made", "")),
                    values.getOrDefault("box", ""),
                    values.getOrDefault("lintel", ""),
                    values.getOrDefault("database", ""),
                    Integer.parseInt(values.getOrDefault("left-out", "0")));
        } catch (DateTimeException | NumberFormatException e) {
            throw new BackupException("the backup's description is damaged", "choose another backup", e);
        }
    }
}
