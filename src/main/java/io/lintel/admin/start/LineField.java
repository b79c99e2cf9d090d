package io.lintel.admin.start;

import io.lintel.door.gpio.LineSurvey;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The choice of a line for one use.
 *
 * @param word the last word of its setting, such as exit-button
 * @param key its setting
 * @param fixed whether this page must not change it
 * @param value what is chosen; empty for not wired
 */
@TemplateData
public record LineField(String word, String key, String value, boolean fixed, List<Option> options) {

    /** @param usedBy who has it; empty when it is free */
    @TemplateData
    public record Option(String address, String place, String usedBy, boolean chosen) {

        /** What somebody else has cannot be chosen; what this door has, can. */
        public boolean isTaken() {
            return !usedBy.isEmpty() && !usedBy.startsWith("lintel") && !chosen;
        }
    }

    static LineField of(String word, String key, String value, boolean fixed, List<LineSurvey.Line> lines) {
        Map<String, Long> names = new java.util.HashMap<>();
        lines.forEach(line -> names.merge(line.address(), 1L, Long::sum));
        List<Option> options = new ArrayList<>();
        for (LineSurvey.Line line : lines) {
            String place = line.chip() + ":" + line.offset();
            // A name that two chips have is no address
            String address = names.getOrDefault(line.address(), 0L) == 1 ? line.address() : place;
            options.add(new Option(address, place, line.usedBy().orElse(""), address.equals(value)));
        }
        if (!value.isEmpty() && options.stream().noneMatch(Option::chosen)) {
            options.addFirst(new Option(value, "", "", true));
        }
        return new LineField(word, key, value, fixed, options);
    }
}
