package io.lintel.admin.account;

import io.quarkus.qute.TemplateData;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An OpenAPI document as its page shows it. */
public final class ApiView {

    private ApiView() {}

    /** Operations about one thing. */
    @TemplateData
    public record Group(String name, List<Operation> operations) {}

    /** @param body the content types that it takes, and the name of their schema; empty for none */
    @TemplateData
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Field> parameters,
            String body,
            List<Field> members,
            List<Field> answers) {}

    /** A parameter, a member of a body, or an answer. */
    @TemplateData
    public record Field(String name, String type, String words) {}

    /** By name; within a group in the document's order. */
    static List<Group> groups(JsonObject document) {
        Map<String, List<Operation>> byTag = new TreeMap<>();
        JsonObject paths = object(document, "paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                if (item.getValue(method) instanceof JsonObject operation) {
                    String tag = array(operation, "tags").isEmpty()
                            ? "other"
                            : array(operation, "tags").getString(0);
                    byTag.computeIfAbsent(tag, name -> new ArrayList<>()).add(operation(document, item, path, method));
                }
            }
        }
        return byTag.entrySet().stream()
                .map(tag -> new Group(tag.getKey(), tag.getValue()))
                .toList();
    }

    private static Operation operation(JsonObject document, JsonObject item, String path, String method) {
        JsonObject operation = item.getJsonObject(method);
        List<Field> parameters = new ArrayList<>();
        for (JsonObject owner : List.of(item, operation)) {
            for (Object each : array(owner, "parameters")) {
                JsonObject parameter = (JsonObject) each;
                parameters.add(new Field(
                        parameter.getString("name"),
                        type(object(parameter, "schema")) + ", in the " + parameter.getString("in"),
                        parameter.getString("description", "")));
            }
        }
        JsonObject content = object(object(operation, "requestBody"), "content");
        List<Field> members = new ArrayList<>();
        content.fieldNames().stream().findFirst().ifPresent(first -> {
            JsonObject properties = object(resolved(document, object(object(content, first), "schema")), "properties");
            properties
                    .fieldNames()
                    .forEach(name -> members.add(new Field(
                            name,
                            type(properties.getJsonObject(name)),
                            properties.getJsonObject(name).getString("description", ""))));
        });
        List<Field> answers = new ArrayList<>();
        JsonObject responses = object(operation, "responses");
        new TreeMap<>(responses.getMap())
                .keySet()
                .forEach(status -> answers.add(
                        new Field(status, "", object(responses, status).getString("description", ""))));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.getString("summary", ""),
                operation.getString("description", ""),
                parameters,
                String.join(", ", content.fieldNames()),
                members,
                answers);
    }

    private static String type(JsonObject schema) {
        Object type = schema.getValue("type");
        if (type instanceof JsonArray several) {
            return String.join(" or ", several.stream().map(String::valueOf).toList());
        }
        String reference = schema.getString("$ref", "");
        return type != null
                ? "array".equals(type) ? "list of " + type(object(schema, "items")) : String.valueOf(type)
                : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static JsonObject resolved(JsonObject document, JsonObject schema) {
        String reference = schema.getString("$ref", "");
        return reference.isEmpty()
                ? schema
                : object(
                        object(object(document, "components"), "schemas"),
                        reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static JsonObject object(JsonObject owner, String name) {
        return owner.getValue(name) instanceof JsonObject found ? found : new JsonObject();
    }

    private static JsonArray array(JsonObject owner, String name) {
        return owner.getValue(name) instanceof JsonArray found ? found : new JsonArray();
    }
}
