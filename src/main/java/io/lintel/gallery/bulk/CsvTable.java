package io.lintel.gallery.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.lintel.gallery.GalleryException;
import java.util.List;

/**
 * A CSV text (RFC 4180) as spreadsheets save it: separated by comma, semicolon or tab, with a first line {@code sep=;} or without, with
 * rows and columns in which nothing stands any more.
 */
final class CsvTable {

    private static final String SEPARATORS = ";,\t";
    private static final String SEPARATOR_LINE = "sep=";

    /** A row in which something stands. @param number of its first line in the file, from 1 */
    record Row(long number, List<String> cells) {}

    private CsvTable() {}

    /** Without rows of empty cells. @throws GalleryException if a quotation mark is not closed */
    static List<Row> of(String text) {
        String first = text.lines().findFirst().orElse("");
        boolean named = first.length() > SEPARATOR_LINE.length()
                && first.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length());
        char separator = named ? first.charAt(SEPARATOR_LINE.length()) : separatorOf(first);
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(text)
                    .stream()
                    .skip(named ? 1 : 0)
                    .map(record -> new Row(record.getStartingLineNumber(), record.getFields()))
                    .filter(row -> !row.cells().stream().allMatch(String::isBlank))
                    .toList();
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new GalleryException(
                    "The CSV file cannot be read: " + e.getMessage(), "save it anew as \"CSV UTF-8\"");
        }
    }

    /** The one that the column names are separated by. */
    private static char separatorOf(String line) {
        char most = ',';
        long times = 0;
        for (char each : SEPARATORS.toCharArray()) {
            long found = line.chars().filter(c -> c == each).count();
            if (found > times) {
                most = each;
                times = found;
            }
        }
        return most;
    }
}
