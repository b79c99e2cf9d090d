package io.lintel.admin.text;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {0}, {1}, … of a text. */
final class Placeholders {

    /** Group 1 is the number, group 2 how the value is shown. */
    static final Pattern ONE = Pattern.compile("\\{(\\d)([!#]?)}");

    private Placeholders() {}

    /** @param values by number and style */
    static String fill(String text, BiFunction<Integer, String, String> values) {
        return ONE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.apply(Integer.parseInt(found.group(1)), found.group(2))));
    }
}
