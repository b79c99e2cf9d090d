package io.lintel.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** One settings file on disk, checked as a whole before anything starts. */
public final class SettingsFile {

    /** Above the environment's and the file's usual ranks would be wrong: this only ranks the file among defaults. */
    private static final int ORDINAL_OF_FILE = 260;

    private final Path path;
    private final SettingsReference reference;

    public SettingsFile(Path path, SettingsReference reference) {
        this.path = path;
        this.reference = reference;
    }

    /**
     * Reads and checks the file together with environment and system properties.
     *
     * @throws SettingsException naming every problem: misspelt keys with the nearest right one, values that do not fit
     */
    public LintelConfig load() {
        Map<String, String> values = read();
        List<String> problems = new ArrayList<>(misspelt(values));
        LintelConfig config = null;
        try {
            config = new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .addDefaultInterceptors()
                    .addSystemSources()
                    .withSources(new PropertiesConfigSource(values, path.toString(), ORDINAL_OF_FILE))
                    .withMappingIgnore("lintel.**")
                    .withMapping(LintelConfig.class)
                    .build()
                    .getConfigMapping(LintelConfig.class);
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.add(e.getProblem(i).getMessage().replaceFirst("^SRCFG\\d+: ", ""));
            }
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()).replaceFirst("^SRCFG\\d+: ", ""));
        }
        if (config == null || !problems.isEmpty()) {
            throw new SettingsException(
                    path + ": " + String.join("; ", problems), "correct the file, then 'lintel config check'");
        }
        return config;
    }

    private Map<String, String> read() {
        if (!Files.exists(path)) {
            throw new SettingsException(
                    "there is no settings file at " + path,
                    "name one with --config or LINTEL_CONFIG, or copy the shipped one");
        }
        // Quarkus reads files of this name only, and takes no notice of others: the door would run with other settings than
        // those that were checked here
        if (!path.toString().endsWith(".properties")) {
            throw new SettingsException(path + " would not be used: its name does not end with .properties", "rename it");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    path + " cannot be read: " + e.getMessage(),
                    "it must be a UTF-8 properties file, readable by this user",
                    e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().strip()));
        return values;
    }

    private List<String> misspelt(Map<String, String> values) {
        return values.keySet().stream()
                .filter(key ->
                        key.startsWith("lintel.") && !reference.settings().containsKey(key))
                .map(key -> "unknown setting " + key
                        + reference
                                .nearest(key)
                                .map(right -> ", did you mean " + right + "?")
                                .orElse(""))
                .toList();
    }
}
