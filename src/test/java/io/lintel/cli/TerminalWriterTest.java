package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {

    private final StringWriter terminal = new StringWriter();
    private final Console text = new Console(new PrintWriter(terminal), new PrintWriter(terminal), () -> false);

    @Test
    void aNoteCannotColourOrSteerTheTerminal() {
        text.answer(Console.object(), out -> out.println("note: \u001b[31mred\u009b2J\u0007 \u202Eevil\rover"));

        assertThat(terminal.toString())
                .isEqualTo("note: \\u001b[31mred\\u009b2J\\u0007 \\u202eevil\\u000dover" + System.lineSeparator());
    }

    @Test
    void remarksAndProblemsCannotEither() {
        text.remark("\u001b]0;title\u0007");

        assertThat(terminal.toString()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void lineEndsTabsAndLettersStay() {
        text.out().print("a,b\r\nZoë\tMüller 日本\n");
        text.out().flush();

        assertThat(terminal.toString()).isEqualTo("a,b\r\nZoë\tMüller 日本\n");
    }

    @Test
    void aJsonDocumentStillMeansTheSame() throws IOException {
        Console json = new Console(new PrintWriter(terminal), new PrintWriter(terminal), () -> true);
        json.answer(Console.object().put("note", "\u009b31m \u001b\u202E"), out -> {});

        assertThat(terminal.toString()).doesNotContain("\u009b", "\u001b", "\u202E");
        assertThat(new ObjectMapper().readTree(terminal.toString()).get("note").asText())
                .isEqualTo("\u009b31m \u001b\u202E");
    }
}
