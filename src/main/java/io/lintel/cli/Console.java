package io.lintel.cli;

import static com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.lintel.system.LintelException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where a command's answer goes: text for a person, or one JSON document for a program. */
public final class Console {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier json;

    public Console(PrintWriter out, PrintWriter err, BooleanSupplier json) {
        this.out = new PrintWriter(new TerminalWriter(out), true);
        this.err = new PrintWriter(new TerminalWriter(err), true);
        this.json = json;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A record as the REST API shows it: dates and times are written as ISO 8601 texts. */
    public static ObjectNode json(Object value) {
        return JSON.valueToTree(value);
    }

    public boolean wantsJson() {
        return json.getAsBoolean();
    }

    public void answer(JsonNode document, Consumer<PrintWriter> text) {
        if (wantsJson()) {
            out.println(document.toPrettyString());
        } else {
            text.accept(out);
        }
        out.flush();
    }

    /** Something to know while a command runs; not part of its answer. */
    public void remark(String text) {
        err.println(text);
        err.flush();
    }

    /** What to stream to, for exports. */
    public PrintWriter out() {
        return out;
    }

    /** A problem, on standard error in both forms: standard output holds answers only. */
    public void problem(LintelException problem) {
        if (wantsJson()) {
            err.println(object().put("error", problem.getMessage())
                    .put("remedy", problem.remedy())
                    .toPrettyString());
        } else {
            err.println("lintel: " + problem.getMessage());
            err.println("  " + problem.remedy());
        }
        err.flush();
    }
}
