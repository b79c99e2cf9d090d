package io.lintel.serve;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The integration tests of both editions side by side, as a Markdown table: what {@code make native-test} writes. Fails when one
 * edition failed, ran a test that the other has not, or skipped one without saying why.
 */
public final class EditionReport {

    /** How one test ended. @param note why it was skipped, or the first line of its failure @param whole all that the report says about it */
    record Result(String outcome, double seconds, String note, String whole) {

        static final Result ABSENT = new Result("not run", 0, "this edition's report does not have it", "");

        Result(String outcome, double seconds, String note) {
            this(outcome, seconds, note, note);
        }

        boolean accepted() {
            return outcome.equals("passed") || (outcome.equals("skipped") && !note.isBlank());
        }

        String cell() {
            return outcome.equals("passed") ? "passed, %.1f s".formatted(seconds) : outcome;
        }
    }

    private static final int MOST_LINES = 30;

    private final SortedMap<String, Result> jvm;
    private final SortedMap<String, Result> binary;

    EditionReport(SortedMap<String, Result> jvm, SortedMap<String, Result> binary) {
        this.jvm = jvm;
        this.binary = binary;
    }

    /** @param args the folder that holds {@code jvm/} and {@code native/}, and the file to write */
    public static void main(String... args) throws IOException {
        Path reports = Path.of(args[0]);
        EditionReport report = new EditionReport(read(reports.resolve("jvm")), read(reports.resolve("native")));
        Files.writeString(Path.of(args[1]), report.markdown());
        System.out.println(report.markdown());
        System.exit(report.accepted() ? 0 : 1);
    }

    boolean accepted() {
        return !binary.isEmpty()
                && tests().stream()
                        .allMatch(test ->
                                of(jvm, test).accepted() && of(binary, test).accepted());
    }

    String markdown() {
        StringBuilder table = new StringBuilder("| test | JVM | native | note |\n|---|---|---|---|\n");
        for (String test : tests()) {
            Result java = of(jvm, test);
            Result image = of(binary, test);
            table.append("| %s | %s | %s | %s |\n".formatted(test, java.cell(), image.cell(), note(java, image)));
        }
        table.append("\n%d tests; JVM: %s; native: %s\n".formatted(tests().size(), count(jvm), count(binary)));
        return table.append(failures("JVM", jvm))
                .append(failures("native", binary))
                .toString();
    }

    /** What each failed test said: a log of CI keeps its end, and the reports are gone with its machine. */
    private static String failures(String edition, SortedMap<String, Result> results) {
        StringBuilder text = new StringBuilder();
        results.forEach((test, result) -> {
            if (result.outcome().equals("FAILED")) {
                String said = result.whole().lines().limit(MOST_LINES).collect(Collectors.joining("\n    "));
                text.append("\n%s, %s:\n\n    %s\n".formatted(test, edition, said));
            }
        });
        return text.toString();
    }

    static SortedMap<String, Result> read(Path folder) throws IOException {
        SortedMap<String, Result> results = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return results;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path file : files) {
                results.putAll(readSuite(file));
            }
        }
        return results;
    }

    private static Map<String, Result> readSuite(Path file) throws IOException {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            Map<String, Result> results = new TreeMap<>();
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String type = test.getAttribute("classname");
                results.put(type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name"), result(test));
            }
            return results;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is not a test report", e);
        }
    }

    private static Result result(Element test) {
        double seconds = Double.parseDouble(test.getAttribute("time").replace(",", ""));
        for (String outcome : List.of("failure", "error", "skipped")) {
            if (test.getElementsByTagName(outcome).item(0) instanceof Element why) {
                return new Result(
                        outcome.equals("skipped") ? outcome : "FAILED",
                        seconds,
                        firstLine(why),
                        why.getTextContent().strip());
            }
        }
        return new Result("passed", seconds, "");
    }

    /** The report has a skipped test's reason as an attribute or, without one, as text. */
    private static String firstLine(Element why) {
        String message = why.getAttribute("message");
        return (message.isBlank() ? why.getTextContent().strip() : message)
                .lines()
                .findFirst()
                .orElse("")
                .replace("|", "/")
                .replaceFirst("^(org\\.opentest4j\\.TestAbortedException: )?(Assumption failed: )?", "");
    }

    private static String note(Result java, Result image) {
        List<String> notes = new ArrayList<>();
        if (!java.note().isEmpty()) {
            notes.add(java.note().equals(image.note()) ? java.note() : "JVM: " + java.note());
        }
        if (!image.note().isEmpty() && !image.note().equals(java.note())) {
            notes.add("native: " + image.note());
        }
        return String.join("; ", notes);
    }

    private static String count(Map<String, Result> results) {
        long passed = results.values().stream()
                .filter(r -> r.outcome().equals("passed"))
                .count();
        long skipped = results.values().stream()
                .filter(r -> r.outcome().equals("skipped"))
                .count();
        return "%d passed, %d skipped, %d failed".formatted(passed, skipped, results.size() - passed - skipped);
    }

    private TreeSet<String> tests() {
        TreeSet<String> all = new TreeSet<>(jvm.keySet());
        all.addAll(binary.keySet());
        return all;
    }

    private static Result of(Map<String, Result> results, String test) {
        return results.getOrDefault(test, Result.ABSENT);
    }
}
