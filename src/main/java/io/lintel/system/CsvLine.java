package io.lintel.system;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** Lines of CSV files (RFC 4180) that spreadsheets open. */
public final class CsvLine {

    private static final String BEGIN_OF_A_FORMULA = "=+-@\t\r";

    private CsvLine() {}

    /** A line with its end. */
    public static String of(List<String> cells) {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(line)
                .writeRecord(cells.stream().map(CsvLine::safe).toList());
        return line.toString();
    }

    /** Spreadsheets run a cell that begins like a formula (OWASP "CSV Injection"); an apostrophe makes it text. */
    private static String safe(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** The cell without the apostrophe that {@link #of} put before it. */
    public static String unsafe(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && BEGIN_OF_A_FORMULA.indexOf(cell.charAt(0)) >= 0;
    }
}
