package io.lintel.config;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known from earlier starts about the settings page's values: the last ones that the door has run with, and those that a start
 * failed with. Two small files in the data folder, replaced atomically. Deleting them is safe.
 */
public final class StartMemory {

    static final String LAST_GOOD = "settings.last-good";
    static final String REFUSED = "settings.refused";

    private static final String REASON = "# ";

    private final Path lastGood;
    private final Path refused;

    StartMemory(Path dataFolder) {
        this.lastGood = dataFolder.resolve(LAST_GOOD);
        this.refused = dataFolder.resolve(REFUSED);
    }

    /** The page's values of the last run; empty before the first one. */
    public Optional<Map<String, String>> lastGood() {
        return text(lastGood).map(SettingsText::read);
    }

    /** The door runs with these. @throws SettingsException if that cannot be kept */
    public void worked(Map<String, String> page) {
        if (!lastGood().equals(Optional.of(page))) {
            write(lastGood, "# The settings page's values that Lintel has last run with.", page);
        }
    }

    /** Why a start with exactly these has failed; empty if none did. */
    public Optional<String> refusal(Map<String, String> page) {
        return text(refused)
                .filter(text -> SettingsText.read(text).equals(page))
                .map(text -> text.lines().findFirst().orElse("").replaceFirst("^" + REASON, ""));
    }

    /** A start with these has failed: the next one does without. */
    public void failed(Map<String, String> page, String reason) {
        write(refused, REASON + reason.replaceAll("\\p{Cntrl}", " "), page);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // A memory that is damaged is none
        }
    }

    private static void write(Path file, String comment, Map<String, String> page) {
        List<String> lines = new ArrayList<>(List.of(comment));
        new TreeMap<>(page).forEach((key, value) -> lines.add(SettingsText.line(key, value)));
        try {
            AtomicFile.write(file, String.join("\n", lines) + "\n", AtomicFile.GROUP_READABLE);
        } catch (IOException | UnsupportedOperationException e) {
            throw new SettingsException(
                    file + " cannot be written: " + e.getMessage(),
                    "make the data folder writable for Lintel's user",
                    e);
        }
    }
}
