package io.lintel.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.admin.text.Language;
import io.lintel.admin.text.Languages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest {

    @ParameterizedTest
    @ValueSource(
            ints = {400, 401, 403, 404, 405, 406, 408, 409, 410, 413, 415, 418, 421, 422, 429, 431, 500, 501, 503, 504})
    void eachErrorHasAHeadingInPlainWordsAndInEachLanguage(int status) {
        String heading = ErrorPages.heading(status);

        assertThat(heading).doesNotContain("Request", "Entity", "Method", "Media", "Error");
        assertThat(Languages.all())
                .filteredOn(language -> !language.code().equals("en"))
                .extracting((Language language) -> language.say(heading))
                .doesNotContain(heading);
    }
}
