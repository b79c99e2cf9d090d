package io.lintel.admin.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the pages: one for each file {@code texts/CODE.json}. Read once; in the native image, when it is built. */
public final class Languages {

    private static final List<Language> ALL = Arrays.stream(Locale.getISOLanguages())
            .sorted()
            .flatMap(Languages::read)
            .toList();

    private static final Language ENGLISH = of("en").orElseThrow();

    private Languages() {}

    public static List<Language> all() {
        return ALL;
    }

    public static Language english() {
        return ENGLISH;
    }

    /** @param code two letters; anything else is no language */
    public static Optional<Language> of(String code) {
        return ALL.stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /**
     * The first language that we have of those that a browser asks for, by its order of preference.
     *
     * @param header the value of Accept-Language, such as {@code de-AT,de;q=0.9,en;q=0.8}
     */
    static Optional<Language> asked(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> of(range.getRange().split("-")[0]).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Stream<Language> read(String code) {
        try (InputStream file = Languages.class.getResourceAsStream("/texts/" + code + ".json")) {
            return file == null ? Stream.empty() : Stream.of(new Language(code, new ObjectMapper().readTree(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
