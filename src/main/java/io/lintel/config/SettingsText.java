package io.lintel.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a settings file as keys and values. A value is what stands behind the {@code =} to the end of the line, without the
 * spaces around it, and nothing in it is special: no {@code \}, no {@code ${…}}, no {@code %}. Addresses and passwords are
 * somebody else's text, and a camera has to get them as they were typed.
 */
final class SettingsText {

    private SettingsText() {}

    /** Of several lines with one key the last counts. */
    static Map<String, String> read(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines().map(String::strip).filter(SettingsText::isSetting).forEach(line -> {
            int end = endOfKey(line);
            String rest = line.substring(end).strip();
            boolean separated = rest.startsWith("=") || rest.startsWith(":");
            values.put(line.substring(0, end), separated ? rest.substring(1).strip() : rest);
        });
        return values;
    }

    /** The line that {@link #read} reads back as this value. A line break in it becomes a space. */
    static String line(String key, String value) {
        return key + "=" + value.strip().replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean isSetting(String line) {
        return !line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!';
    }

    private static int endOfKey(String line) {
        int end = 0;
        while (end < line.length() && "=: \t".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
