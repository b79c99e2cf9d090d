package io.lintel.admin.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template of the pages, as text. */
record Templates(String name, String text) {

    private static final Path FOLDER = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("\\{t:([a-z0-9_]+)");
    private static final Pattern USE = Pattern.compile("\\{t:([a-z0-9_]+)(?:\\((.*?)\\))?}");
    private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*\\{t:[^\"]*)\"");

    /** Attributes that people see or hear. */
    private static final Pattern SHOWN =
            Pattern.compile("\\b(?:aria-label|placeholder|title|alt|data-confirm)=\"([^\"]*)\"");

    /** The machinery of {@link TemplateTexts}. */
    private static final Set<String> NO_KEYS = Set.of("say", "setting", "choice", "unit", "language");

    /** Names that are the same in each language, what programs read, and the example of a file. */
    private static final Set<String> ALLOWED = Set.of("Lintel", "CSV", "JSON Lines", "HTTP");

    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre[ >].*?</pre>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    static List<Templates> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(Templates::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Templates read(Path file) {
        try {
            return new Templates(FOLDER.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return keys(text);
    }

    /** Each use of a text with the number of values that it is given, such as {@code people_edit 1}. */
    Set<String> uses() {
        return USE.matcher(text)
                .results()
                .filter(found -> !NO_KEYS.contains(found.group(1)))
                .map(found -> found.group(1) + " " + (found.group(2) == null ? 0 : values(found.group(2))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Commas within a value's own brackets separate no values. */
    private static int values(String list) {
        int depth = 0;
        int values = 1;
        for (char each : list.toCharArray()) {
            depth += each == '(' ? 1 : each == ')' ? -1 : 0;
            values += each == ',' && depth == 0 ? 1 : 0;
        }
        return values;
    }

    Set<String> attributeKeys() {
        return ATTRIBUTE
                .matcher(text)
                .results()
                .flatMap(found -> keys(found.group(1)).stream())
                .collect(Collectors.toSet());
    }

    /** Words that stand in the template itself, instead of in a language's file. */
    Set<String> visible() {
        String spoken =
                SHOWN.matcher(text).results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
        String plain =
                EXPRESSION.matcher(EXAMPLE.matcher(text).replaceAll("") + "\n").replaceAll("");
        String shown =
                TAG.matcher(plain).replaceAll("\n") + EXPRESSION.matcher(spoken).replaceAll("");
        return shown.lines()
                .map(line -> line.replace("&nbsp;", " ")
                        .replaceAll("[^\\p{L}\\p{N} ]", "")
                        .strip())
                .filter(line -> WORD.matcher(line).find() && !ALLOWED.contains(line))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String text) {
        return KEY.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(key -> !NO_KEYS.contains(key))
                .collect(Collectors.toSet());
    }
}
