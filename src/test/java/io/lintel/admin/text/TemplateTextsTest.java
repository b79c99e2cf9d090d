package io.lintel.admin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateTextsTest {

    private static final Language GERMAN = Languages.of("de").orElseThrow();

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addNamespaceResolver(TemplateTexts.namespace())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    private String rendered(Language language, String template, String name) {
        TemplateInstance instance = engine.parse(template, Variant.forContentType(Variant.TEXT_HTML))
                .data("name", name);
        return TemplateTexts.in(language, instance).render();
    }

    @Test
    void aTemplateIsInTheLanguageOfItsPage() {
        String template = "<html lang=\"{t:language}\"><h1>{t:people_edit(name)}</h1>";
        assertThat(rendered(Languages.english(), template, "Ada"))
                .isEqualTo("<html lang=\"en\"><h1>Edit <bdi>Ada</bdi></h1>");
        assertThat(rendered(GERMAN, template, "Ada")).isEqualTo("<html lang=\"de\"><h1><bdi>Ada</bdi> bearbeiten</h1>");
    }

    @Test
    void whatJavaCodeSaidIsTranslatedAndEscaped() {
        assertThat(rendered(Languages.english(), "{t:say(name)}", "<Ada> was let in"))
                .isEqualTo("&lt;Ada&gt; was let in");
        assertThat(rendered(GERMAN, "{t:say(name)}", "<Ada> was let in")).isEqualTo("&lt;Ada&gt;: Zutritt gewährt");
    }

    @Test
    void aValueOfATextIsEscaped() {
        assertThat(rendered(GERMAN, "{t:people_edit(name)}", "<b>")).isEqualTo("<bdi>&lt;b&gt;</bdi> bearbeiten");
    }

    @Test
    void aSettingIsDescribedInTheLanguageOfThePage() {
        String template = "{t:setting('lintel.door.fire', name)}";
        assertThat(rendered(Languages.english(), template, "The line")).isEqualTo("The line");
        assertThat(rendered(GERMAN, template, "The line")).startsWith("Die Leitung");
    }

    @Test
    void aKeyThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> rendered(GERMAN, "{t:no_such_key}", "")).hasMessageContaining("no_such_key");
    }

    @Test
    void eachTemplateOfThePagesCanBeParsed() {
        assertThat(Templates.all()).isNotEmpty().allSatisfy(template -> engine.parse(template.text()));
    }

    /** A text that was given another place at a page of its own broke the page that had used it before. */
    @Test
    void aTemplateGivesATextAsManyValuesAsItHasPlaces() throws IOException {
        for (String language : List.of("en", "de")) {
            String texts = Files.readString(Path.of("src/main/resources/texts/" + language + ".json"));
            for (Templates template : Templates.all()) {
                assertThat(template.uses())
                        .as("%s in %s", template.name(), language)
                        .allSatisfy(use -> {
                            String[] keyAndValues = use.split(" ");
                            Matcher text = Pattern.compile("\"" + keyAndValues[0] + "\": \"(.*)\"")
                                    .matcher(texts);
                            assertThat(text.find()).isTrue();
                            int places = Pattern.compile("\\{(\\d)")
                                    .matcher(text.group(1))
                                    .results()
                                    .mapToInt(place -> Integer.parseInt(place.group(1)) + 1)
                                    .max()
                                    .orElse(0);
                            assertThat(Integer.parseInt(keyAndValues[1])).isGreaterThanOrEqualTo(places);
                        });
            }
        }
    }
}
