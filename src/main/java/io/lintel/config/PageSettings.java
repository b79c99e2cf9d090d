package io.lintel.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings that were changed on the settings page: a file of its own in the data folder, read over the installer's. A
 * hardened service cannot write to {@code /etc}, and what the installer wrote stays as it was; deleting the file takes every
 * change back. Comments and lines that are not understood are kept.
 */
public final class PageSettings {

    public static final String NAME = "settings.properties";

    /** Above the installer's file, below the environment (300) and system properties (400): SmallRye Config's ranks. */
    static final int ORDINAL = 290;

    private static final List<String> HEADER = List.of(
            "# What was changed on the settings page, read over the installer's settings file. Delete a line, or the file, to",
            "# take it back; 'lintel config check' reads both.",
            "config_ordinal=" + ORDINAL);

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
        Map<String, String> values = new TreeMap<>(SettingsText.read(file, text()));
        values.keySet().removeIf(key -> !key.startsWith("lintel."));
        return values;
    }

    /**
     * Changes one setting, all or nothing, durable on return.
     *
     * @param value empty to take the change back
     * @throws SettingsException if the file cannot be written
     */
    public synchronized void set(String key, Optional<String> value) {
        List<String> lines = new ArrayList<>(text().lines().toList());
        if (lines.isEmpty()) {
            lines.addAll(HEADER);
        }
        lines.removeIf(line -> isOf(key, line));
        value.ifPresent(wanted -> lines.add(key + "=" + escaped(wanted)));
        replace(String.join("\n", lines) + "\n");
    }

    private static boolean isOf(String key, String line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return one.containsKey(key);
    }

    private static String escaped(String value) {
        String text = value.strip().replace("\\", "\\\\");
        return text.replaceAll("\\p{Cntrl}", " ");
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
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UnsupportedOperationException e) {
            throw new SettingsException(
                    "The settings cannot be written to " + file + ": " + e.getMessage(),
                    "make the data folder writable for Lintel's user, or change the installer's file by hand",
                    e);
        }
    }
}
