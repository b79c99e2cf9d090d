package io.lintel.cli;

import io.lintel.service.LogService;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file of the log's rows. */
final class EventFile {

    private EventFile() {}

    /** @param file does not exist yet */
    static void write(Path file, LogService.Export rows, Console console) {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            long count = rows.writeTo(out);
            console.answer(
                    Console.object().put("rows", count).put("file", file.toString()),
                    text -> text.println(count + " events written to " + file));
        } catch (IOException e) {
            throw new LintelException(
                    "cannot write " + file + ": " + e, "choose a new file in a folder that can be written", e);
        }
    }
}
