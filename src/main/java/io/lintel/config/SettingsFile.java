package io.lintel.config;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One settings file on disk, checked as a whole before anything starts. */
public final class SettingsFile {

    /** Above the environment's and the file's usual ranks would be wrong: this only ranks the file among defaults. */
    private static final int ORDINAL_OF_FILE = 260;

    /** The system property that tells a running program its settings file. */
    public static final String IN_FORCE = "io.lintel.settings";

    /** What the library says of a value that its converter refuses. */
    private static final Pattern UNFIT =
            Pattern.compile("config property (?<key>[a-z0-9.-]+) with the config value \"(?<value>.*?)\" threw");

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

    /** What the file says about other programs' settings, such as {@code quarkus.log.level}. */
    public Map<String, String> foreign() {
        Map<String, String> foreign = new TreeMap<>(read());
        foreign.keySet().removeIf(key -> key.startsWith("lintel."));
        return foreign;
    }

    /** What was changed on the settings page, in the data folder that the other sources name. */
    public PageSettings page() {
        return new PageSettings(dataFolder().resolve(PageSettings.NAME));
    }

    /** What is remembered about starts, in the same folder. */
    public StartMemory startMemory() {
        return new StartMemory(dataFolder());
    }

    private Path dataFolder() {
        return Path.of(resolve(Map.of(), "")
                .find(DATA_FOLDER)
                .map(ResolvedSettings.Value::text)
                .orElse("data"));
    }

    /** Each setting's value and where it comes from, if these were the settings page's. */
    public ResolvedSettings resolve(Map<String, String> page) {
        return resolve(page, "the settings page's " + page().file());
    }

    private ResolvedSettings resolve(Map<String, String> page, String pageName) {
        Map<String, String> installed = read();
        return ResolvedSettings.of(
                reference,
                new ResolvedSettings.Source(path.toString(), installed),
                new ResolvedSettings.Source(pageName, page),
                System.getenv(),
                System::getProperty);
    }

    /**
     * Reads the file together with the settings page's, environment and system properties.
     *
     * @throws SettingsException naming every problem: misspelt keys with the nearest right one, values that do not fit
     */
    public LintelConfig load() {
        return load(resolve(page().values()));
    }

    /** What {@link #load} would answer if these were the settings page's. */
    public LintelConfig loadWith(Map<String, String> page) {
        return load(resolve(page));
    }

    /** The values as types. @throws SettingsException as {@link #load()} does */
    public LintelConfig load(ResolvedSettings resolved) {
        List<String> problems = new ArrayList<>(resolved.problems());
        problems.addAll(misspelt(resolved.values().keySet()));
        if (resolved.find(DATA_FOLDER)
                .filter(value -> value.origin() == SettingOrigin.PAGE)
                .isPresent()) {
            problems.add(DATA_FOLDER + " cannot be set by a file in that folder");
        }
        LintelConfig config = null;
        try {
            // No interceptors: they would expand ${…} in what somebody typed
            config = new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withSources(new PropertiesConfigSource(resolved.texts(), path.toString(), ORDINAL_OF_FILE))
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
            throw resolved.located(new SettingsException(
                    String.join("; ", problems), "correct it; config/lintel.properties says what fits"));
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
            return SettingsText.read(Files.readString(path));
        } catch (IOException e) {
            throw new SettingsException(
                    path + " cannot be read: " + e.getMessage(),
                    "it must be a UTF-8 properties file, readable by this user",
                    e);
        }
    }

    /** Without the library's own error numbers and class names. */
    private static String plain(String message) {
        Matcher unfit = UNFIT.matcher(message);
        if (unfit.find()) {
            return unfit.group("key") + "=" + unfit.group("value") + " does not fit";
        }
        return message.replaceAll("SRCFG\\d+: ", "")
                .replaceFirst("^java\\.[A-Za-z.]+Exception: ", "")
                .replace("threw an Exception whilst being converted", "does not fit:");
    }

    private List<String> misspelt(Set<String> keys) {
        return keys.stream()
                .filter(key -> !reference.settings().containsKey(key))
                .map(key -> "unknown setting " + key
                        + reference
                                .nearest(key)
                                .map(right -> ", did you mean " + right + "?")
                                .orElse(""))
                .toList();
    }
}
