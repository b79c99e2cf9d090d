package io.lintel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë O'Brien-Łukasiewicz",
                "李小龙",
                "محمد بن سلمان",
                "नरेन्द्र",
                "می‌خواهم",
                "👩‍🔬 Ada",
                "Robert'); DROP TABLE person;--",
                "%_\\",
                "<script>alert(1)</script>"
            })
    void everyScriptAndEvenRubbishIsAName(String name) {
        assertThat(new PersonName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "a\u0000b",
                "a\tb",
                "a\nb",
                "\u202Egnol",
                "a\u2066b",
                "\uD83D",
                "\u200D",
                "a\u2028b",
                "\uE000"
            })
    void whatDoesNotShowIsNoName(String name) {
        assertThatThrownBy(() -> new PersonName(name))
                .isInstanceOfSatisfying(
                        GalleryException.class, e -> assertThat(e.remedy()).isNotBlank());
    }

    @Test
    void twoHundredEmojiAreANameAndTenThousandAreNot() {
        assertThat(new PersonName("😀".repeat(200)).value()).hasSize(400);
        assertThatThrownBy(() -> new PersonName("😀".repeat(201))).isInstanceOf(GalleryException.class);
        assertThatThrownBy(() -> new PersonName("😀".repeat(10_000)))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("10000");
    }

    @Test
    void composedAndDecomposedLettersAreTheSameName() {
        assertThat(new PersonName("Zoe\u0308")).isEqualTo(new PersonName("  Zo\u00EB "));
    }

    @ParameterizedTest
    @CsvSource({"Zoë,zoe", "GROSS,gross", "Groß,gross", "ＡＢＣ,abc", "Łukasz,łukasz", "É,e"})
    void theSearchKeyHasNeitherCaseNorAccents(String name, String key) {
        assertThat(new PersonName(name).searchKey()).isEqualTo(key);
    }
}
