package io.lintel.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The text of a properties file as keys and values. */
final class SettingsText {

    private SettingsText() {}

    static Map<String, String> read(Object where, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    where + " cannot be read: " + e.getMessage(),
                    "it must be a UTF-8 properties file, readable by this user",
                    e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().strip()));
        return values;
    }
}
