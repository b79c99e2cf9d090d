package io.lintel.schedule.ics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One property of a calendar file. @param parameters such as {@code VALUE=DATE}, in upper case */
record ContentLine(String name, List<String> parameters, String value) {

    /** One encoded byte, the mark of a line that goes on, or characters that stand for themselves. */
    private static final Pattern QUOTED = Pattern.compile("=([0-9A-Fa-f]{2})|=|[^=]+");

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
        return ESCAPED.matcher(has("ENCODING=QUOTED-PRINTABLE") ? decoded() : value)
                .replaceAll(each -> each.group(1).equalsIgnoreCase("n") ? " " : Matcher.quoteReplacement(each.group(1)))
                .strip();
    }

    /** As vCalendar 1.0, which old phones and Outlook still write, encodes what is not ASCII: "M=C3=A4rz". */
    private String decoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher part = QUOTED.matcher(value);
        while (part.find()) {
            if (part.group(1) != null) {
                bytes.write(Integer.parseInt(part.group(1), 16));
            } else if (!part.group().equals("=")) {
                bytes.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
            }
        }
        return CalendarText.decoded(bytes.toByteArray());
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
