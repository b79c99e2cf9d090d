package io.lintel.schedule.ics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A calendar file's bytes as text without folds. RFC 5545 wants UTF-8; Outlook also writes UTF-16 and, in old versions, Windows-1252. */
final class CalendarText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CalendarText() {}

    /** Lines end with a line feed. */
    static String decoded(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return unfolded(new String(content, StandardCharsets.UTF_16LE));
        } else if (startsWith(content, 0xFE, 0xFF)) {
            return unfolded(new String(content, StandardCharsets.UTF_16BE));
        }
        byte[] whole = unfolded(content);
        try {
            return unfolded(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(whole))
                    .toString());
        } catch (CharacterCodingException e) {
            return unfolded(new String(whole, WINDOWS));
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    /**
     * Folds are made between bytes: some stand inside a character. Files that went through a wrong conversion end their lines with
     * two returns and a line feed, so a run of both is one end.
     */
    private static byte[] unfolded(byte[] content) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(content.length);
        for (int i = 0; i < content.length; ) {
            int next = i;
            while (next < content.length && (content[next] == '\r' || content[next] == '\n')) {
                next++;
            }
            if (next == i) {
                whole.write(content[i++]);
            } else if (next < content.length && (content[next] == ' ' || content[next] == '\t')) {
                i = next + 1;
            } else {
                whole.write('\n');
                i = next;
            }
        }
        return whole.toByteArray();
    }

    private static String unfolded(String text) {
        return text.replace("\uFEFF", "").replaceAll("[\r\n]+", "\n").replaceAll("\n[ \t]", "");
    }
}
