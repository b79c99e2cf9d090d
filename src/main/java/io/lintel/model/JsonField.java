package io.lintel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A node of a JSON tree that knows its own path, so that every complaint names the field. */
record JsonField(String path, JsonNode node) {

    /** @throws IllegalArgumentException if the text is no JSON */
    static JsonField parse(String path, String json) {
        try {
            return new JsonField(path, new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    JsonField at(String name) {
        return optional(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    Optional<JsonField> optional(String name) {
        JsonNode child = node.get(name);
        return child == null ? Optional.empty() : Optional.of(new JsonField(path + "." + name, child));
    }

    JsonField calledBy(String name) {
        return new JsonField(at(name).text(), node);
    }

    List<JsonField> elements() {
        if (!node.isArray()) {
            throw wrong("must be a list");
        }
        List<JsonField> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new JsonField(path + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("must be a text");
        }
        return node.textValue();
    }

    String text(Pattern form) {
        if (!form.matcher(text()).matches()) {
            throw wrong("must look like " + form.pattern());
        }
        return text();
    }

    long integer() {
        if (!node.canConvertToExactIntegral() || !node.canConvertToLong()) {
            throw wrong("must be a whole number of at most " + Long.MAX_VALUE);
        }
        return node.longValue();
    }

    int smallInteger() {
        if (!node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw wrong("must be a whole number of at most " + Integer.MAX_VALUE);
        }
        return node.intValue();
    }

    double number() {
        if (!node.isNumber()) {
            throw wrong("must be a number");
        }
        return node.doubleValue();
    }

    <E> E oneOf(E[] choices, Function<E, String> key) {
        List<String> keys = new ArrayList<>();
        for (E choice : choices) {
            if (key.apply(choice).equals(text())) {
                return choice;
            }
            keys.add(key.apply(choice));
        }
        throw wrong(String.format(Locale.ROOT, "is %s, must be one of %s", text(), String.join(", ", keys)));
    }

    /** What a record makes of this field's parts; its complaint gets this field's path. */
    <T> T as(Function<JsonField, T> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(path) ? e : new IllegalArgumentException(path + ": " + message, e);
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(path + ": " + what);
    }
}
