package io.lintel.api;

import io.lintel.security.HttpProblem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI document says about the parameters of each operation, as a check of requests: so what is described is what is taken, and a
 * misspelt or mistyped parameter is named. Immutable.
 */
final class ApiContract {

    /** What a parameter may hold. */
    private enum Kind {
        INTEGER("a whole number"),
        BOOLEAN("true or false"),
        TEXT("a text");

        final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean takes(String value) {
            return switch (this) {
                case INTEGER -> value.matches("-?\\d{1,18}");
                case BOOLEAN -> value.equals("true") || value.equals("false");
                case TEXT -> true;
            };
        }
    }

    private record Operation(
            String method,
            List<String> segments,
            Map<String, Kind> path,
            Map<String, Kind> query,
            Map<String, Kind> form) {

        boolean matches(String asked, List<String> words) {
            return method.equals(asked)
                    && words.size() == segments.size()
                    && IntStream.range(0, words.size())
                            .allMatch(i -> isParameter(segments.get(i))
                                    || segments.get(i).equals(words.get(i)));
        }

        /** Of two that match, JAX-RS takes the one that is more literal. */
        long literals() {
            return segments.stream().filter(segment -> !isParameter(segment)).count();
        }
    }

    private final List<Operation> operations;

    private ApiContract(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    static ApiContract of(JsonObject document) {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths", new JsonObject());
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                if (item.getValue(method) instanceof JsonObject operation) {
                    Map<String, Kind> inPath = new HashMap<>();
                    Map<String, Kind> inQuery = new HashMap<>();
                    for (JsonObject owner : List.of(item, operation)) {
                        parameters(owner, "path", inPath);
                        parameters(owner, "query", inQuery);
                    }
                    operations.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            List.of(path.split("/")),
                            inPath,
                            inQuery,
                            formFields(operation)));
                }
            }
        }
        return new ApiContract(operations);
    }

    private static void parameters(JsonObject owner, String where, Map<String, Kind> found) {
        JsonArray parameters = owner.getJsonArray("parameters", new JsonArray());
        for (int i = 0; i < parameters.size(); i++) {
            JsonObject parameter = parameters.getJsonObject(i);
            if (where.equals(parameter.getString("in"))) {
                found.put(parameter.getString("name"), kind(parameter.getJsonObject("schema")));
            }
        }
    }

    private static Map<String, Kind> formFields(JsonObject operation) {
        JsonObject none = new JsonObject();
        JsonObject fields = operation
                .getJsonObject("requestBody", none)
                .getJsonObject("content", none)
                .getJsonObject("multipart/form-data", none)
                .getJsonObject("schema", none)
                .getJsonObject("properties", none);
        Map<String, Kind> found = new HashMap<>();
        fields.fieldNames().forEach(name -> found.put(name, kind(fields.getJsonObject(name))));
        return found;
    }

    private static Kind kind(@Nullable JsonObject schema) {
        Object type = schema == null ? null : schema.getValue("type");
        if (type instanceof JsonArray several) {
            type = several.stream()
                    .filter(each -> !"null".equals(each))
                    .findFirst()
                    .orElse(null);
        }
        return "integer".equals(type) ? Kind.INTEGER : "boolean".equals(type) ? Kind.BOOLEAN : Kind.TEXT;
    }

    /**
     * Does nothing where no operation fits: then routing has the answer.
     *
     * @throws HttpProblem 400, naming the first parameter that is unknown or does not hold what it must
     */
    void check(String method, String path, Map<String, List<String>> query) {
        List<String> words = List.of(path.split("/"));
        operation(method, words).ifPresent(operation -> {
            for (int i = 0; i < words.size(); i++) {
                String segment = operation.segments().get(i);
                if (isParameter(segment)) {
                    String name = segment.substring(1, segment.length() - 1);
                    check(name, operation.path().getOrDefault(name, Kind.TEXT), words.get(i));
                }
            }
            query.forEach((name, values) -> check("parameter", operation.query(), name, values));
        });
    }

    /**
     * As {@link #check}, of the fields of a form with files.
     *
     * @param fields with the texts of each; none for a file
     */
    void checkForm(String method, String path, Map<String, List<String>> fields) {
        operation(method, List.of(path.split("/")))
                .ifPresent(operation ->
                        fields.forEach((name, values) -> check("form field", operation.form(), name, values)));
    }

    private Optional<Operation> operation(String method, List<String> words) {
        return operations.stream()
                .filter(operation -> operation.matches(method, words))
                .max(java.util.Comparator.comparingLong(Operation::literals));
    }

    private static void check(String what, Map<String, Kind> known, String name, List<String> values) {
        Kind kind = known.get(name);
        if (kind == null) {
            throw new HttpProblem(
                    400,
                    "There is no " + what + " '" + name + "'",
                    known.isEmpty()
                            ? "leave it out: this operation has none"
                            : "use one of " + String.join(", ", new TreeSet<>(known.keySet())));
        }
        values.forEach(value -> check(name, kind, value));
    }

    private static void check(String name, Kind kind, String value) {
        if (!kind.takes(value)) {
            throw new HttpProblem(400, "The parameter '" + name + "' is not " + kind.words, "see /api/v1/openapi");
        }
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
