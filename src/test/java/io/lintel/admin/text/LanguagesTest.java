package io.lintel.admin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.config.SettingChoices;
import io.lintel.config.SettingsReference;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language is complete: what is missing here would be an empty place or English words on its pages. */
class LanguagesTest {

    private static final Pattern VALUE = Pattern.compile("\\{\\d");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    static Stream<Language> translations() {
        return Languages.all().stream().filter(language -> language != Languages.english());
    }

    @Test
    void thereAreEnglishAndGerman() {
        assertThat(Languages.all()).extracting(Language::name).contains("English", "Deutsch");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aLanguageHasTheTextsOfEnglish(Language language) {
        assertThat(language.texts().keySet())
                .isEqualTo(Languages.english().texts().keySet());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aTextHasTheValuesAndTheMarkupOfTheEnglishOne(Language language) {
        Languages.english().texts().forEach((key, english) -> {
            String text = String.valueOf(language.texts().get(key));
            assertThat(found(VALUE, text)).as(key).isEqualTo(found(VALUE, english));
            assertThat(found(TAG, text)).as(key).isEqualTo(found(TAG, english));
        });
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aSentenceHasNoValueThatTheEnglishOneDoesNotHave(Language language) {
        language.sentences()
                .forEach((english, sentence) ->
                        assertThat(found(VALUE, english)).as(english).containsAll(found(VALUE, sentence)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aLanguageDescribesEachSetting(Language language) {
        assertThat(language.settings().keySet())
                .isEqualTo(SettingsReference.shipped().settings().keySet());
    }

    static Stream<Language> all() {
        return Languages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLanguageNamesEachSettingAndSaysWhatEachOfItsWordsMeans(Language language) {
        assertThat(language.settingNames().keySet())
                .isEqualTo(SettingsReference.shipped().settings().keySet());
        assertThat(language.settingNames()).doesNotContainValue("");
        for (SettingsReference.Setting setting :
                SettingsReference.shipped().settings().values()) {
            assertThat(SettingChoices.of(setting))
                    .as(setting.key())
                    .allSatisfy(word ->
                            assertThat(language.choice(setting.key(), word)).isNotEqualTo(word));
        }
    }

    @Test
    void eachTextIsUsedByATemplateAndEachTemplateHasItsTexts() {
        Set<String> used = Templates.all().stream()
                .flatMap(template -> template.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Languages.english().texts().keySet()).isEqualTo(used);
    }

    @Test
    void noVisibleTextStandsInATemplate() {
        Map<String, Set<String>> visible = Templates.all().stream()
                .filter(template -> !template.visible().isEmpty())
                .collect(Collectors.toMap(Templates::name, Templates::visible));
        assertThat(visible).as("move it to texts/en.json and write {t:key}").isEmpty();
    }

    /** A quote in a text would end the attribute. */
    @Test
    void aTextOfAnAttributeHasNoQuote() {
        Set<String> attributes = Templates.all().stream()
                .flatMap(template -> template.attributeKeys().stream())
                .collect(Collectors.toSet());
        assertThat(attributes).hasSizeGreaterThan(20);
        assertThat(Languages.all())
                .allSatisfy(language -> attributes.forEach(
                        key -> assertThat(language.texts().get(key)).as(key).doesNotContain("\"", "<")));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void eachSentenceThatAPageMayShowIsTranslated(Language language) {
        Set<String> missing = SentencesOfTheCode.all().stream()
                .filter(sample -> !language.translates(sample))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing)
                .as("add it to the sentences of texts/%s.json, with {0} for a value", language.code())
                .isEmpty();
    }

    @Test
    void aKeyThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> Languages.english().text("no_such_key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_such_key");
    }

    @Test
    void theValuesOfATextAreEscaped() {
        assertThat(Languages.english().text("people_edit", "<b>&\"").getValue())
                .isEqualTo("Edit <bdi>&lt;b&gt;&amp;&quot;</bdi>");
    }

    @Test
    void englishSaysWhatTheCodeSaid() {
        assertThat(Languages.english().say("2026-11-29 12:01")).isEqualTo("2026-11-29 12:01");
    }

    @Test
    void theBrowsersFirstLanguageThatWeHaveIsTaken() {
        assertThat(Languages.asked("tlh, de-AT;q=0.5, en;q=0.9")).contains(Languages.english());
        assertThat(Languages.asked("tlh, de-AT;q=0.9, en;q=0.5"))
                .map(Language::code)
                .contains("de");
        assertThat(Languages.asked("de;q=0, tlh")).isEmpty();
        assertThat(Languages.asked("*")).isEmpty();
        assertThat(Languages.asked(";;q=nonsense")).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
