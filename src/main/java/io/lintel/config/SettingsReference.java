package io.lintel.config;

import io.lintel.system.EditDistance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every setting with its default and its explanation, read from the shipped {@code lintel.properties}: the file that an
 * installer edits is the one description there is. A test keeps it equal to {@link LintelConfig}.
 */
public final class SettingsReference {

    private static final Pattern SETTING = Pattern.compile("#(lintel\\.[a-z0-9.-]+)=(.*)");

    /** @param explanation unit and effect, as the file's comment says it */
    public record Setting(String key, String defaultValue, String explanation) {}

    private final Map<String, Setting> settings;

    private SettingsReference(Map<String, Setting> settings) {
        this.settings = Collections.unmodifiableMap(settings);
    }

    public static SettingsReference shipped() {
        try (InputStream file = SettingsReference.class.getResourceAsStream("/lintel.properties")) {
            if (file == null) {
                throw new IllegalStateException("lintel.properties is missing from the build");
            }
            return parse(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SettingsReference parse(BufferedReader lines) throws IOException {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<String> comment = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                String key = setting.group(1);
                settings.put(key, new Setting(key, setting.group(2), String.join(" ", comment)));
                comment.clear();
            } else if (line.startsWith("# ")) {
                comment.add(line.substring(2).strip());
            } else {
                comment.clear();
            }
        }
        return new SettingsReference(settings);
    }

    public Map<String, Setting> settings() {
        return settings;
    }

    /** The known key that a misspelt one most likely meant. */
    public Optional<String> nearest(String misspelt) {
        return Stream.concat(settings.keySet().stream(), RenamedSettings.before().stream())
                .filter(key -> EditDistance.isWithin(key, misspelt, Math.max(3, misspelt.length() / 4)))
                .min(Comparator.comparingInt(key -> EditDistance.between(key, misspelt)))
                .map(RenamedSettings::today);
    }
}
