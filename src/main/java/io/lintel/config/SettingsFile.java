package io.lintel.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One settings file on disk, checked as a whole before anything starts. */
public final class SettingsFile {

    /** Above the environment's and the file's usual ranks would be wrong: this only ranks the file among defaults. */
    private static final int ORDINAL_OF_FILE = 260;

    /** The system property that tells a running program its settings file. */
    public static final String IN_FORCE = "io.lintel.settings";

    private static final String DATA_FOLDER = "lintel.data.folder";

    private final Path path;
    private final SettingsReference reference;

    public SettingsFile(Path path, SettingsReference reference) {
        this.path = path;
        this.reference = reference;
    }

    /** The file of the running program, as the command line chose it. */
    public static SettingsFile inForce() {
        Optional<Path> chosen =
                Optional.ofNullable(System.getProperty(IN_FORCE)).map(Path::of);
        return new SettingsFile(Installation.current().settingsFile(chosen), SettingsReference.shipped());
    }

    public Path path() {
        return path;
    }

    /** What the installer wrote. */
    public Map<String, String> installed() {
        return read();
    }

    /** What was changed on the settings page, in the data folder that the installer's file names. */
    public PageSettings page() {
        SmallRyeConfig installed = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .addSystemSources()
                .withSources(new PropertiesConfigSource(read(), path.toString(), ORDINAL_OF_FILE))
                .build();
        Path folder =
                Path.of(installed.getOptionalValue(DATA_FOLDER, String.class).orElse("data"));
        return new PageSettings(folder.resolve(PageSettings.NAME));
    }

    /**
     * Reads and checks the file together with the settings page's, environment and system properties.
     *
     * @throws SettingsException naming every problem: misspelt keys with the nearest right one, values that do not fit
     */
    public LintelConfig load() {
        PageSettings page = page();
        return check(page.values(), page.exists() ? path + " and " + page.file() : path.toString());
    }

    /** What {@link #load} would answer if these were the settings page's. */
    public LintelConfig loadWith(Map<String, String> page) {
        return check(page, path.toString());
    }

    private LintelConfig check(Map<String, String> page, String name) {
        Map<String, String> values = read();
        values.putAll(page);
        List<String> problems = new ArrayList<>(misspelt(values));
        if (page.containsKey(DATA_FOLDER)) {
            problems.add(DATA_FOLDER + " cannot be set by a file in that folder");
        }
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
                problems.add(plain(e.getProblem(i).getMessage()));
            }
        } catch (IllegalArgumentException e) {
            problems.add(plain(String.valueOf(e.getMessage())));
        }
        if (config == null || !problems.isEmpty()) {
            throw new SettingsException(
                    name + ": " + String.join("; ", problems), "correct the file, then 'lintel config check'");
        }
        return config;
    }

    private Map<String, String> read() {
        if (!Files.exists(path)) {
            throw new SettingsException(
                    "there is no settings file at " + path,
                    "name one with --config or LINTEL_CONFIG, or copy the shipped one");
        }
        // Quarkus reads files of this name only, and takes no notice of others: the door would run with other settings
        // than
        // those that were checked here
        if (!path.toString().endsWith(".properties")) {
            throw new SettingsException(
                    path + " would not be used: its name does not end with .properties", "rename it");
        }
        try {
            return SettingsText.read(path, Files.readString(path));
        } catch (IOException e) {
            throw new SettingsException(
                    path + " cannot be read: " + e.getMessage(),
                    "it must be a UTF-8 properties file, readable by this user",
                    e);
        }
    }

    /** Without the library's own error numbers and class names. */
    private static String plain(String message) {
        return message.replaceAll("SRCFG\\d+: ", "")
                .replaceFirst("^java\\.[A-Za-z.]+Exception: ", "")
                .replace("threw an Exception whilst being converted", "does not fit:");
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
