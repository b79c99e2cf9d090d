package io.lintel.cli;

import java.util.Optional;

/** How far a long command is, line by line: nothing is said twice in a row. Not thread-safe. */
final class ProgressLine {

    private String last = "";

    /** Empty when nothing has changed since the last line. */
    Optional<String> next(String line) {
        if (line.equals(last)) {
            return Optional.empty();
        }
        last = line;
        return Optional.of(line);
    }
}
