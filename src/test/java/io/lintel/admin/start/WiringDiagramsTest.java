package io.lintel.admin.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WiringDiagramsTest {

    private static final Path DIAGRAMS = Path.of("docs/wiring");
    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=</(text|title|desc)>)");
    /** Names of pins and settings, which are the same in every language. */
    private static final Pattern NAME = Pattern.compile("lintel\\..*|[0-9A-Z+ ]{1,4}|&#8722;|10 k&#937;");

    static Stream<String> onThePages() {
        return Stream.concat(Arrays.stream(LockKind.values()).map(LockKind::word), Stream.of("inputs"));
    }

    @ParameterizedTest
    @MethodSource("onThePages")
    void eachDiagramIsTheSameInGermanButForItsWords(String diagram) throws IOException {
        String english = Files.readString(DIAGRAMS.resolve(diagram + ".svg"));
        String german = Files.readString(DIAGRAMS.resolve("de").resolve(diagram + ".svg"));

        assertThat(TEXT.matcher(german).replaceAll(""))
                .isEqualTo(TEXT.matcher(english).replaceAll(""));
        assertThat(words(german)).doesNotContainAnyElementsOf(words(english));
    }

    private static List<String> words(String diagram) {
        return TEXT.matcher(diagram)
                .results()
                .map(MatchResult::group)
                .filter(text -> !NAME.matcher(text).matches())
                .toList();
    }
}
