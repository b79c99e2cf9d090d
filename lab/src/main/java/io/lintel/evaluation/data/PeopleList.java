package io.lintel.evaluation.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A CSV in UTF-8 with a header: identity, path (relative to the list's folder) and perhaps role. */
final class PeopleList {

    private PeopleList() {}

    static FaceDataset read(Path list) {
        Path folder = list.toAbsolutePath().resolve("..").normalize();
        List<LabelledPicture> pictures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> remarks = new ArrayList<>();
        int repeated = 0;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(list)) {
            for (NamedCsvRecord row : rows) {
                String where = "line " + row.getStartingLineNumber() + " of " + list;
                String person = value(row, "identity", where);
                String path = value(row, "path", where);
                if (!seen.add(path)) {
                    repeated++;
                    continue;
                }
                pictures.add(new LabelledPicture(
                        person,
                        path,
                        folder.resolve(path),
                        PictureRole.of(row.findField("role").orElse(""), where)));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new LintelException(
                    list + " is not a CSV in UTF-8: " + e.getMessage(),
                    "write it with a header: identity,path,role",
                    e);
        } catch (IOException e) {
            throw FaceDatasets.unreadable(list, e);
        }
        if (repeated > 0) {
            remarks.add("Left out: " + repeated + " rows that name a picture again.");
        }
        return new FaceDataset(String.valueOf(list.getFileName()), pictures, List.of(), remarks);
    }

    private static String value(NamedCsvRecord row, String column, String where) {
        String value = row.findField(column)
                .orElseThrow(() -> new LintelException(
                        where + " has no column " + column + ", only " + row.getHeader(),
                        "begin the list with: identity,path,role"))
                .strip();
        if (value.isEmpty()) {
            throw new LintelException(where + " has no " + column, "fill it in or remove the line");
        }
        return value;
    }
}
