package io.lintel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for all source files of product, lab and tests; a clone without the lab is checked as far as it goes. */
class SourceFilesTest {

    private static final int LONGEST_CLASS = 250;

    private static final List<Path> PRODUCT_AND_LAB = List.of(Path.of("src/main/java"), Path.of("lab/src/main/java"));
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("lab/src/test/java"));

    @Test
    void noSimpleClassNameIsUsedTwice() throws IOException {
        Map<String, Path> byName = new TreeMap<>();
        Map<String, String> twice = new TreeMap<>();
        for (Path file : classes(Stream.concat(PRODUCT_AND_LAB.stream(), TESTS.stream()))) {
            Path other = byName.put(file.getFileName().toString(), file);
            if (other != null) {
                twice.put(other.toString(), file.toString());
            }
        }

        assertThat(byName).hasSizeGreaterThan(1_000);
        assertThat(twice).isEmpty();
    }

    @Test
    void noClassOfProductOrLabIsLongerThan250Lines() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : classes(PRODUCT_AND_LAB.stream())) {
            try (Stream<String> lines = Files.lines(file)) {
                long length = lines.count();
                if (length > LONGEST_CLASS) {
                    tooLong.put(file.toString(), length);
                }
            }
        }

        assertThat(tooLong).as("split along a responsibility").isEmpty();
    }

    private static List<Path> classes(Stream<Path> roots) throws IOException {
        List<Path> classes = new ArrayList<>();
        for (Path root : roots.filter(Files::isDirectory).toList()) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .forEach(classes::add);
            }
        }
        return classes;
    }
}
