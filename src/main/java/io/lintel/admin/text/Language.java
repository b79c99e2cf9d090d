package io.lintel.admin.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The texts of one language, from the file {@code texts/CODE.json}. Immutable.
 *
 * <p>A file has a {@code name} and the {@code texts} of the templates by key. All but English have also the {@code sentences} that Java
 * code makes, by their English, what the {@code settings} do, by key, and the form of {@code dates}. Sentences are made in English
 * because the log, the API and the commands tell them, too; only a page translates them, when it shows them.
 */
public final class Language {

    private final String code;
    private final String name;
    private final Map<String, String> texts;
    private final Map<String, String> settings;
    private final Map<String, String> settingNames;
    private final Map<String, String> choices;
    private final Map<String, String> units;
    private final Sentences sentences;

    Language(String code, JsonNode file) {
        this.code = code;
        this.name = file.path("name").asText();
        this.texts = strings(file.path("texts"));
        this.settings = strings(file.path("settings"));
        this.settingNames = strings(file.path("settingNames"));
        this.choices = strings(file.path("choices"));
        this.units = strings(file.path("units"));
        this.sentences = new Sentences(strings(file.path("sentences")), DateStyle.of(file.path("dates")));
    }

    /** Two letters, as in ISO 639-1. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String name() {
        return name;
    }

    /**
     * A template's text, as HTML.
     *
     * @param values what takes the place of {0}, {1}, …; escaped here
     * @throws IllegalArgumentException for a key that does not exist
     */
    RawString text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("texts/" + code + ".json has no text '" + key + "'");
        }
        return new RawString(Placeholders.fill(text, (number, style) -> shown(values[number], style)));
    }

    /** What Java code said in English, in this language; unchanged where the file has no translation. */
    public String say(String english) {
        return sentences.say(english);
    }

    /** Whether it has a translation of what Java code said. */
    boolean translates(String english) {
        return sentences.knows(english);
    }

    /** What a setting does. @param english as the settings file has it */
    public String setting(String key, String english) {
        return settings.getOrDefault(key, english);
    }

    /** What people call a setting. */
    public String settingName(String key) {
        return settingNames.getOrDefault(key, key);
    }

    /** A word that a setting can be, as people say it: for this setting, else for all. */
    String choice(String key, String word) {
        return choices.getOrDefault(key + "=" + word, choices.getOrDefault(word, word));
    }

    /** A unit of numbers and durations, by its short form. */
    String unit(String unit) {
        return units.getOrDefault(unit, unit);
    }

    Map<String, String> settingNames() {
        return settingNames;
    }

    Map<String, String> settings() {
        return settings;
    }

    Map<String, String> texts() {
        return texts;
    }

    Map<String, String> sentences() {
        return sentences.all();
    }

    private String shown(Object value, String style) {
        return ESCAPE.apply(sentences.value(String.valueOf(value), style));
    }

    private static final UnaryOperator<String> ESCAPE = text -> text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> all = new HashMap<>();
        object.properties()
                .forEach(each -> all.put(each.getKey(), each.getValue().asText()));
        return Map.copyOf(all);
    }
}
