package io.lintel.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Each setting's value after all sources were read, by rank: system properties, environment, settings page, settings file. Values are
 * taken as they were written. Immutable.
 */
public final class ResolvedSettings {

    private static final Pattern KEY = Pattern.compile("lintel\\.[a-z0-9.-]*[a-z0-9]");

    /**
     * @param text as it was written
     * @param where the file, variable or property, in words that say where to change it
     */
    public record Value(String text, SettingOrigin origin, String where) {}

    private final Map<String, Value> values;
    private final List<String> notes;
    private final List<String> problems;

    private ResolvedSettings(Map<String, Value> values, List<String> notes, List<String> problems) {
        this.values = Collections.unmodifiableMap(values);
        this.notes = List.copyOf(notes);
        this.problems = List.copyOf(problems);
    }

    /** A settings file or the page's, with its name for messages. */
    record Source(String where, Map<String, String> values) {}

    /**
     * @param variables the environment: {@code LINTEL_CAMERA_SOURCE}
     * @param property a system property's value, or null
     */
    static ResolvedSettings of(
            SettingsReference reference,
            Source file,
            Source page,
            Map<String, String> variables,
            UnaryOperator<@Nullable String> property) {
        List<String> notes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, Value> values = new TreeMap<>();
        add(values, file, SettingOrigin.FILE, notes, problems);
        add(values, page, SettingOrigin.PAGE, notes, problems);
        add(
                values,
                fromOutside(reference, key -> variables.get(variable(key)), "the environment"),
                SettingOrigin.ENVIRONMENT,
                notes,
                problems);
        add(
                values,
                fromOutside(reference, property, "the system properties"),
                SettingOrigin.ENVIRONMENT,
                notes,
                problems);
        return new ResolvedSettings(values, notes, problems);
    }

    private static void add(
            Map<String, Value> values, Source source, SettingOrigin origin, List<String> notes, List<String> problems) {
        RenamedSettings.renamed(source.values(), source.where(), notes, problems)
                .forEach((key, text) -> {
                    if (key.startsWith("lintel.")) {
                        values.put(key, new Value(text, origin, source.where()));
                    }
                });
    }

    private static Source fromOutside(
            SettingsReference reference, UnaryOperator<@Nullable String> outside, String where) {
        Map<String, String> found = new TreeMap<>();
        for (String key : reference.settings().keySet()) {
            put(found, key, outside.apply(key));
            RenamedSettings.before(key).ifPresent(before -> put(found, before, outside.apply(before)));
        }
        return new Source(where, found);
    }

    private static void put(Map<String, String> found, String key, @Nullable String text) {
        if (text != null) {
            found.put(key, text.strip());
        }
    }

    /** {@code LINTEL_CAMERA_SOURCE} for {@code lintel.camera.source}. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What is set; a setting that is not in it has its default. */
    public Map<String, Value> values() {
        return values;
    }

    /** The value that counts; empty where nothing is set and the default counts. */
    public Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** These, with the values that others have of some settings. */
    public ResolvedSettings withThoseOf(ResolvedSettings others, Predicate<String> settings) {
        Map<String, Value> mixed = new TreeMap<>(values);
        mixed.keySet().removeIf(settings);
        others.values.forEach((key, value) -> {
            if (settings.test(key)) {
                mixed.put(key, value);
            }
        });
        return new ResolvedSettings(mixed, notes, problems);
    }

    /** The keys whose values differ, or that only one of both sets. */
    public Set<String> differences(ResolvedSettings others) {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(others.values.keySet());
        keys.removeIf(key -> find(key).map(Value::text).equals(others.find(key).map(Value::text)));
        return keys;
    }

    /** What somebody should put right though the start succeeds: old names. */
    public List<String> notes() {
        return notes;
    }

    /** What keeps these from being used, whatever the values are. */
    List<String> problems() {
        return problems;
    }

    /** Values alone. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    /** A refusal, with the place where each setting that it names is to be changed. */
    public SettingsException located(SettingsException refusal) {
        Map<String, List<String>> places = new TreeMap<>();
        Matcher keys = KEY.matcher(refusal.getMessage() + " ");
        while (keys.find()) {
            String key = keys.group();
            find(key).ifPresent(value -> {
                List<String> there = places.computeIfAbsent(value.where(), where -> new ArrayList<>());
                if (!there.contains(key)) {
                    there.add(key);
                }
            });
        }
        if (places.isEmpty()) {
            return refusal;
        }
        String where = places.entrySet().stream()
                .map(place -> String.join(" and ", place.getValue()) + " stands in " + place.getKey())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return new SettingsException(
                String.valueOf(refusal.getMessage()), refusal.remedy() + " (" + where + ")", refusal);
    }
}
