package io.lintel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts and comments point only to what stands in the repository. */
class DocumentationTest {

    private static final List<String> PLACES =
            List.of("src", "lab", "docs", "config", "kiosk-ui", "systemd", "models", ".");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|md|html|css|js|json|properties|sql|sh|xml|service|yml)|Makefile");

    /** Papers of the development and numbers of its tracker, which nobody who has a clone can look up. Other projects' issues are named with them. */
    private static final Pattern DANGLING = Pattern.compile(
            "\\b(MODELS|DESIGN|STYLE|REDESIGN|STACK|ANCHORS)\\.md|(?<!Pi4J |OpenCV )\\b[Ii]ssues? ?#?\\d+");

    /** `ATest`, `ATest.aMethod`, or `ATest`: `aMethod`, `anotherMethod`. */
    private static final Pattern TEST =
            Pattern.compile("`(?<class>[A-Z]\\w*(?:Test|IT))(?<methods>\\.\\w+`|`: (?:`\\w+`(?:, | and )?)+|`)");

    private static final Pattern METHOD = Pattern.compile("[.`](\\w+)`");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void nothingRefersToPapersOrNumbersThatAreNotInTheRepository() throws IOException {
        List<String> dangling = new ArrayList<>();
        for (Path file : texts()) {
            Matcher found = DANGLING.matcher(Files.readString(file));
            while (found.find()) {
                dangling.add(file + ": " + found.group());
            }
        }

        assertThat(dangling).isEmpty();
    }

    @Test
    void everyRelativeLinkOfADocumentLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path file : texts()) {
            if (!file.toString().endsWith(".md")) {
                continue;
            }
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                String target = link.group(1);
                links++;
                if (!target.contains(":") && !Files.exists(file.resolveSibling(target))) {
                    broken.add(file + ": " + target);
                }
            }
        }

        assertThat(links).isGreaterThan(50);
        assertThat(broken).isEmpty();
    }

    /** A table that says what a test proves is believed only as long as there is that test. */
    @Test
    void everyTestThatADocumentNamesExists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path file : texts()) {
            if (!file.toString().endsWith(".md")) {
                continue;
            }
            Matcher reference = TEST.matcher(Files.readString(file));
            while (reference.find()) {
                String source = tests.get(reference.group("class"));
                named++;
                if (source == null) {
                    missing.add(file + ": " + reference.group("class"));
                    continue;
                }
                Matcher method = METHOD.matcher(reference.group("methods"));
                while (method.find()) {
                    if (!source.contains(" " + method.group(1) + "(")) {
                        missing.add(file + ": " + reference.group("class") + "." + method.group(1));
                    }
                }
            }
        }

        assertThat(named).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    /** The source of each test class, by its simple name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (Path file : texts()) {
            String name = file.getFileName().toString();
            if (name.matches("\\w+(Test|IT)\\.java")) {
                tests.put(name.replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }

    /** The text files of the repository, without what builds and tests put there. */
    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String place : PLACES) {
            Path start = Path.of(place);
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(start, place.equals(".") ? 1 : Integer.MAX_VALUE)) {
                files.filter(Files::isRegularFile)
                        .filter(file ->
                                TEXT.matcher(file.getFileName().toString()).matches())
                        .filter(file -> !file.toString().matches(".*(^|/)(target|node_modules|download)/.*"))
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
