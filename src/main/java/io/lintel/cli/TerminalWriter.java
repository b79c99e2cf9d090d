package io.lintel.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Keeps stored text from steering a terminal: control characters, and such as turn the direction of writing, come out as {@code \\u001b},
 * which inside a JSON text means the same. Line ends and tabs stay. Not thread-safe beyond what its writer is.
 */
final class TerminalWriter extends FilterWriter {

    private boolean carriageReturn;

    TerminalWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        if (carriageReturn) {
            carriageReturn = false;
            out.write(c == '\n' ? "\r" : escape('\r'));
        }
        if (c == '\r') {
            carriageReturn = true;
        } else if (isHarmful((char) c)) {
            out.write(escape((char) c));
        } else {
            out.write(c);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    /** C0 and C1 controls, and the overrides and isolates of Unicode's bidirectional algorithm (UAX 9). */
    private static boolean isHarmful(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\u2028'
                || c == '\u2029';
    }

    private static String escape(char c) {
        return "\\u%04x".formatted((int) c);
    }
}
