package io.lintel.admin.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final DateStyle GERMAN =
            new DateStyle("d.m.y", List.of("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."), ",");

    private static String say(Map<String, String> sentences, String english) {
        return new Sentences(sentences, GERMAN).say(english);
    }

    @Test
    void aSentenceIsTranslatedWithItsValues() {
        assertThat(say(Map.of("{0} is in {1}", "In {1} ist {0}"), "Ada is in Rome"))
                .isEqualTo("In Rome ist Ada");
    }

    @Test
    void aSentenceWithoutTranslationStaysAsItIs() {
        assertThat(say(Map.of("Open", "Offen"), "Closed")).isEqualTo("Closed");
    }

    @Test
    void theMoreSpecificOfTwoSentencesIsTaken() {
        Map<String, String> sentences = Map.of("{0} opened", "{0} geöffnet", "The {0} was opened", "{0} auf");
        assertThat(say(sentences, "The box was opened")).isEqualTo("box auf");
    }

    @Test
    void aNameAtTheBeginningIsNotTheFirstOfTwoSentences() {
        Map<String, String> sentences = Map.of(
                "{0} has to wait after some failed tries", "{0} muss warten",
                "Denied: {0}; {1}", "Abgelehnt: {0!}; {1!}",
                "has to wait after some failed tries", "muss warten",
                "unknown", "unbekannt");
        assertThat(say(sentences, "Denied: unknown; has to wait after some failed tries"))
                .isEqualTo("Abgelehnt: unbekannt; muss warten");
        assertThat(say(sentences, "Ada has to wait after some failed tries")).isEqualTo("Ada muss warten");
    }

    @Test
    void aValueIsTranslatedOnlyWhereTheSentenceSaysSo() {
        Map<String, String> sentences = Map.of("{0}: {1}", "{0}: {1!}", "open", "offen");
        assertThat(say(sentences, "open: open")).isEqualTo("open: offen");
    }

    @Test
    void aNumberIsWrittenAsTheLanguageDoesOnlyWhereTheSentenceSaysSo() {
        Map<String, String> sentences = Map.of("score {0}, version {1}", "Wert {0#}, Fassung {1}");
        assertThat(say(sentences, "score 1,234.50, version 1.2")).isEqualTo("Wert 1.234,50, Fassung 1.2");
    }

    @Test
    void aNumberThatStandsAloneIsWrittenAsTheLanguageDoes() {
        Map<String, String> sentences = Map.of("one of {0} visits", "einer von {0!} Besuchen");
        assertThat(say(sentences, "0.7885")).isEqualTo("0,7885");
        assertThat(say(sentences, "-1,234.50")).isEqualTo("-1.234,50");
        assertThat(say(sentences, "one of 10,000 visits")).isEqualTo("einer von 10.000 Besuchen");
        assertThat(say(sentences, "0.1.0")).isEqualTo("0.1.0");
        assertThat(say(sentences, "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void daysAreWrittenAsTheLanguageDoes() {
        Map<String, String> sentences = Map.of("from {0}", "ab {0}");
        assertThat(say(sentences, "from 2026-11-29 12:01")).isEqualTo("ab 29.11.2026 12:01");
        assertThat(say(sentences, "Sun 29 Nov 2026")).isEqualTo("So. 29.11.2026");
        assertThat(say(sentences, "from Mon 30 Nov 2026 08:00")).isEqualTo("ab Mo. 30.11.2026 08:00");
        assertThat(say(sentences, "25 Dec")).isEqualTo("25.12.");
        assertThat(say(sentences, "31 Foo")).isEqualTo("31 Foo");
    }

    @Test
    void severalSentencesAreTranslatedOneByOne() {
        Map<String, String> sentences = Map.of("It is open.", "Es ist offen.", "Close {0}.", "Schließen Sie {0}.");
        assertThat(say(sentences, "It is open. Close it.")).isEqualTo("Es ist offen. Schließen Sie it.");
    }

    @Test
    void aValueWithSignsOfPatternsIsTakenAsItIs() {
        assertThat(say(Map.of("Delete {0}", "{0} löschen"), "Delete $1\\E{0}")).isEqualTo("$1\\E{0} löschen");
    }
}
