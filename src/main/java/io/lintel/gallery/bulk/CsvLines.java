package io.lintel.gallery.bulk;

import java.util.ArrayList;
import java.util.List;

/** Fields of a CSV text (RFC 4180), separated by comma or semicolon, whichever the first line has. */
final class CsvLines {

    private final String text;
    private final char separator;
    private final List<List<String>> lines = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> line = new ArrayList<>();

    private CsvLines(String text) {
        this.text = text;
        String first = text.lines().findFirst().orElse("");
        this.separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /** Without empty lines. */
    static List<List<String>> of(String text) {
        return new CsvLines(text).read();
    }

    private List<List<String>> read() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endField();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        endLine();
        return lines;
    }

    private void endField() {
        line.add(field.toString());
        field.setLength(0);
    }

    private void endLine() {
        endField();
        if (line.size() > 1 || !line.getFirst().isBlank()) {
            lines.add(line);
        }
        line = new ArrayList<>();
    }
}
