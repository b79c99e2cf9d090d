package io.lintel.evaluation;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** A data set's list: a header line, then one row a picture; values hold neither comma nor quote. */
public record DataSetList(Path file, List<String> columns, List<String[]> rows) {

    /** @throws LintelException if the list cannot be read or a row is not as long as the header */
    public static DataSetList read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new LintelException(
                    "the data set's list " + file + " cannot be read: " + e.getMessage(),
                    "point --data to the folder that holds " + file.getFileName(),
                    e);
        }
        List<String[]> rows = lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split(",", -1))
                .toList();
        if (rows.isEmpty()) {
            throw new LintelException("the data set's list " + file + " is empty", "restore the data set");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != rows.getFirst().length) {
                throw new LintelException(
                        "row " + (i + 1) + " of " + file + " has " + rows.get(i).length + " values instead of "
                                + rows.getFirst().length,
                        "restore the data set");
            }
        }
        return new DataSetList(file, Arrays.asList(rows.getFirst()), rows.subList(1, rows.size()));
    }

    /** The place of a column, if there is one. */
    public OptionalInt find(String name) {
        int index = columns.indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** @throws LintelException if there is no such column */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new LintelException(
                    "the data set's list " + file + " has no column " + name + ", only " + columns,
                    "restore the data set");
        }
        return index;
    }
}
