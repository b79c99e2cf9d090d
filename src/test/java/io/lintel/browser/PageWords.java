package io.lintel.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** What the pages of a language say for what the English ones do: a test that is written in English can go through others, too. */
record PageWords(JsonNode english, JsonNode language) {

    static PageWords of(String code) {
        return new PageWords(read("en"), read(code));
    }

    private static JsonNode read(String code) {
        try (InputStream file = PageWords.class.getResourceAsStream("/texts/" + code + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param words as the English page has them, without values */
    String said(String words) {
        return english.path("texts").properties().stream()
                .filter(text -> text.getValue().asText().equals(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(key -> language.path("texts").path(key).asText())
                .orElseThrow(() -> new AssertionError("no text of the pages is \"" + words + "\""));
    }
}
