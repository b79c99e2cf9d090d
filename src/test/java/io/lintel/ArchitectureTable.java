package io.lintel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of packages in {@code docs/ARCHITECTURE.md}.
 *
 * @param sentence what the package does, as its {@code package-info} says it
 * @param dependencies names of the packages that it may use
 */
record ArchitectureTable(String sentence, Set<String> dependencies) {

    private static final Path PAGE = Path.of("docs/ARCHITECTURE.md");
    private static final String HEAD = "| package | does | may use |";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9]+)` \\| (.+?) \\| (.+?) \\|");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*@NullMarked");

    /** Returns the table's rows by the name of the package below {@code io.lintel}, in the table's order. */
    static Map<String, ArchitectureTable> read() throws IOException {
        Map<String, ArchitectureTable> rows = new LinkedHashMap<>();
        for (String line : table()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new ArchitectureTable(row.group(2), names(row.group(3))));
            }
        }
        return rows;
    }

    /** Returns the first sentence of a package's Javadoc as Markdown, or an empty text if the package has none. */
    static String sentenceOf(Path packageInfo) throws IOException {
        Matcher javadoc = JAVADOC.matcher(Files.readString(packageInfo));
        if (!javadoc.find()) {
            return "";
        }
        String text = javadoc.group(1)
                .replaceAll("\\s*\\n \\*", " ")
                .replaceAll("\\{@(?:code|link) (?:io\\.lintel\\.[a-z.]*)?([^}]+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
        return text.replaceFirst("(?<=\\.) .*", "");
    }

    private static List<String> table() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static Set<String> names(String cell) {
        return cell.equals("-") ? Set.of() : Arrays.stream(cell.split(", ")).collect(Collectors.toUnmodifiableSet());
    }
}
