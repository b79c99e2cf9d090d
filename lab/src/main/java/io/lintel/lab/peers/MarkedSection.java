package io.lintel.lab.peers;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document between two comments, which a program writes and people leave alone. */
record MarkedSection(Path document, String name) {

    /**
     * Puts this text in place of what stands there.
     *
     * @throws LintelException if the document lacks the marks
     */
    void replaceBy(String text) {
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->";
        try {
            String whole = Files.readString(document);
            int from = whole.indexOf(begin);
            int to = whole.indexOf(end, Math.max(from, 0));
            if (from < 0 || to < 0) {
                throw new LintelException(
                        document + " has no place for the table",
                        "put back the lines " + begin.strip() + " and " + end);
            }
            Files.writeString(document, whole.substring(0, from) + begin + text + whole.substring(to));
        } catch (IOException e) {
            throw new LintelException(document + " cannot be written: " + e.getMessage(), "check the file");
        }
    }
}
