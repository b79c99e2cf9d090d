package io.lintel.schedule.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One property of a calendar file. @param parameters such as {@code VALUE=DATE}, in upper case */
record ContentLine(String name, List<String> parameters, String value) {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([nN,;\\\\])");

    /** The lines of an unfolded text; what is no property is left out. */
    static List<ContentLine> of(String text) {
        List<ContentLine> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            int colon = colon(line);
            if (colon > 0) {
                String[] head =
                        line.substring(0, colon).toUpperCase(Locale.ROOT).split(";", -1);
                lines.add(new ContentLine(head[0], List.of(head).subList(1, head.length), line.substring(colon + 1)));
            }
        });
        return lines;
    }

    boolean has(String parameter) {
        return parameters.contains(parameter);
    }

    /** The value as text: RFC 5545, 3.3.11. */
    String text() {
        return ESCAPED.matcher(value)
                .replaceAll(each -> each.group(1).equalsIgnoreCase("n") ? " " : Matcher.quoteReplacement(each.group(1)))
                .strip();
    }

    /** The colon that ends the parameters: one in quotes does not. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
