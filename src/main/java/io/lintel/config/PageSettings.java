package io.lintel.config;

import io.lintel.system.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings that were changed on the settings page: a file of its own in the data folder, read over the installer's. A
 * hardened service cannot write to {@code /etc}, and what the installer wrote stays as it was; deleting the file takes every
 * change back. Comments and lines that are not understood are kept.
 */
public final class PageSettings {

    public static final String NAME = "settings.properties";

    private static final List<String> HEADER = List.of(
            "# What was changed on the settings page, read over the installer's settings file. Delete a line, or the file, to",
            "# take it back; 'lintel config check' reads both.");

    private final Path file;

    PageSettings(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Lintel's settings in it. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(SettingsText.read(text()));
        values.keySet().removeIf(key -> !key.startsWith("lintel."));
        return values;
    }

    /** What {@link #values} would be after {@link #set}. */
    public Map<String, String> valuesWith(Map<String, Optional<String>> changes) {
        Map<String, String> values = values();
        values.keySet().removeIf(each -> changes.containsKey(RenamedSettings.today(each)));
        changes.forEach((key, value) -> value.ifPresent(wanted -> values.put(key, wanted)));
        return values;
    }

    /**
     * Changes settings, all or nothing, durable on return.
     *
     * @param changes by setting; empty to take the change back
     * @throws SettingsException if the file cannot be written
     */
    public synchronized void set(Map<String, Optional<String>> changes) {
        List<String> lines = new ArrayList<>(text().lines().toList());
        if (lines.isEmpty()) {
            lines.addAll(HEADER);
        }
        lines.removeIf(line -> isOfAny(changes.keySet(), line));
        new TreeMap<>(changes)
                .forEach((key, value) -> value.ifPresent(wanted -> lines.add(SettingsText.line(key, wanted))));
        replace(String.join("\n", lines) + "\n");
    }

    /** Also under its old name: what the page writes takes its place. */
    private static boolean isOfAny(Set<String> keys, String line) {
        return SettingsText.read(line).keySet().stream().anyMatch(each -> keys.contains(RenamedSettings.today(each)));
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new SettingsException(
                    file + " cannot be read: " + e.getClass().getSimpleName(), "it must belong to Lintel's user", e);
        }
    }

    private void replace(String text) {
        try {
            AtomicFile.write(file, text, AtomicFile.GROUP_READABLE);
        } catch (IOException | UnsupportedOperationException e) {
            throw new SettingsException(
                    "The settings cannot be written to " + file + ": " + e.getMessage(),
                    "make the data folder writable for Lintel's user, or change the installer's file by hand",
                    e);
        }
    }
}
