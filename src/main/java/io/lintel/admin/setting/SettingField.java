package io.lintel.admin.setting;

import io.lintel.service.Setting;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting as a form shows it: a list of words, a number with its unit, or text.
 *
 * @param value what stands in the form: the setting's own, or what was typed and refused
 * @param known what a text may be, as suggestions; may be empty
 */
@TemplateData
public record SettingField(Setting setting, String value, List<String> known) {

    /** Ends the name of the form's field that holds a duration's unit. */
    static final String UNIT = ".unit";

    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|[smhd])");
    private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** By the key without the prefix that all have. */
    private static final Map<String, String> UNIT_OF = Map.of(
            "camera.width", "px",
            "camera.height", "px",
            "camera.longest-side", "px",
            "camera.frames-per-second", "fps",
            "camera.second.tolerance", "share",
            "decision.target-fpir", "visit",
            "log.snapshots-megabytes", "mb");

    /** Of a select. */
    @TemplateData
    public record Choice(String word, boolean chosen) {}

    public String key() {
        return setting.key();
    }

    /** For links and labels within the page. */
    public String anchor() {
        return setting.shortKey().replace('.', '-');
    }

    public boolean isChoice() {
        return !setting.choices().isEmpty();
    }

    public boolean isDuration() {
        return DURATION.matcher(setting.standard()).matches();
    }

    public boolean isNumber() {
        return NUMBER.matcher(setting.standard()).matches();
    }

    public boolean isTime() {
        return setting.key().equals("lintel.backup.time");
    }

    /** An empty default is a choice of its own. What is set by hand and no usual choice stays what it is. */
    public List<Choice> choices() {
        List<String> words = new ArrayList<>(setting.choices());
        if (setting.standard().isEmpty()) {
            words.addFirst("");
        }
        if (!words.contains(value)) {
            words.add(value);
        }
        return words.stream().map(word -> new Choice(word, word.equals(value))).toList();
    }

    public String amount() {
        return part(value, 1).orElse(value);
    }

    public List<Choice> units() {
        String chosen = part(value, 2).or(() -> part(setting.standard(), 2)).orElse("s");
        return UNITS.stream().map(unit -> new Choice(unit, unit.equals(chosen))).toList();
    }

    /** Of a number; empty where it has none. */
    public String unit() {
        return UNIT_OF.getOrDefault(setting.shortKey(), "");
    }

    private static Optional<String> part(String duration, int group) {
        Matcher found = DURATION.matcher(duration);
        return found.matches() ? Optional.of(found.group(group)) : Optional.empty();
    }

    /**
     * What somebody has put into the form's field.
     *
     * @param unit null where the field has none
     * @return as the settings file has it; the default for what was emptied
     */
    static String typed(Setting setting, String text, @Nullable String unit) {
        String value = text.strip();
        if (value.isEmpty()) {
            return setting.standard();
        }
        return unit != null && value.matches("\\d+") && UNITS.contains(unit) ? value + unit : value;
    }
}
