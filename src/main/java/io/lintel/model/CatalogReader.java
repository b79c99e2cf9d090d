package io.lintel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Catalogue text to records, by hand over the JSON tree: a native image needs no reflection for it, and every complaint names
 * the model and the field.
 */
final class CatalogReader {

    /** Ids and source names become file names: nothing that could leave the folder. */
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private CatalogReader() {}

    /** @throws IllegalArgumentException saying what is wrong and where */
    static ModelCatalog read(String json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        List<ModelSpec> models = new ArrayList<>();
        for (JsonField model : new JsonField("catalogue", root).at("models").elements()) {
            models.add(model(model.calledBy("id")));
        }
        return new ModelCatalog(models);
    }

    private static ModelSpec model(JsonField model) {
        return new ModelSpec(
                model.at("id").text(FILE_NAME),
                model.at("title").text(),
                model.at("role").oneOf(ModelRole.values(), ModelRole::key),
                model.at("need").oneOf(Need.values(), Need::key),
                model.at("without").text(),
                model.at("licence").text(),
                source(model.at("source")),
                model.at("onnx-sha256").text(SHA256),
                input(model.at("input")),
                model.at("outputs").elements().stream().map(JsonField::text).toList(),
                model.optional("embedding").map(CatalogReader::embedding),
                liveness(model));
    }

    /** Present for every model of the role: without it nobody knows what to feed. */
    private static Optional<LivenessSpec> liveness(JsonField model) {
        boolean required = model.at("role").text().equals(ModelRole.LIVENESS.key());
        return (required ? Optional.of(model.at("liveness")) : model.optional("liveness"))
                .map(CatalogReader::livenessSpec);
    }

    private static LivenessSpec livenessSpec(JsonField liveness) {
        JsonField calibration = liveness.at("score-to-log-likelihood-ratio");
        List<LivenessSpec.Point> points = calibration.elements().stream()
                .map(point -> new LivenessSpec.Point(
                        point.at("score").number(), point.at("llr").number()))
                .toList();
        double cropScale = liveness.at("crop-scale").number();
        try {
            return new LivenessSpec(cropScale, points);
        } catch (IllegalArgumentException e) {
            throw liveness.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static SourceFile source(JsonField source) {
        SourceFile file = new SourceFile(
                source.at("file").text(FILE_NAME),
                source.at("bytes").integer(),
                source.at("sha256").text(SHA256),
                source.at("format").oneOf(SourceFormat.values(), SourceFormat::key),
                source.at("from").elements().stream().map(CatalogReader::place).toList());
        boolean shipped = file.from().stream().anyMatch(ModelSource.Shipped.class::isInstance);
        if (shipped && (file.from().size() != 1 || file.format() != SourceFormat.ONNX)) {
            throw source.wrong("a shipped file has no other source and the format onnx");
        }
        return file;
    }

    private static ModelSource place(JsonField place) {
        if (place.node().isTextual() && place.text().equals("shipped")) {
            return new ModelSource.Shipped();
        }
        return place.optional("url")
                .<ModelSource>map(url -> new ModelSource.Upstream(https(url)))
                .orElseGet(() -> new ModelSource.NpmFile(
                        place.at("npm").text(),
                        place.at("version").text(),
                        place.at("path").text(),
                        place.optional("range").map(CatalogReader::range).orElse(null)));
    }

    private static URI https(JsonField url) {
        URI address = URI.create(url.text());
        if (!"https".equals(address.getScheme())) {
            throw url.wrong("must be an https address");
        }
        return address;
    }

    private static ModelSource.ByteRange range(JsonField range) {
        List<JsonField> ends = range.elements();
        if (ends.size() != 2) {
            throw range.wrong("must be [start, end]");
        }
        return new ModelSource.ByteRange(ends.get(0).integer(), ends.get(1).integer());
    }

    private static Preprocessing input(JsonField input) {
        return new Preprocessing(
                Math.toIntExact(input.at("width").integer()),
                Math.toIntExact(input.at("height").integer()),
                input.at("channels").oneOf(ChannelOrder.values(), ChannelOrder::name),
                input.at("mean").number(),
                input.at("std").number());
    }

    private static EmbeddingSpec embedding(JsonField embedding) {
        return new EmbeddingSpec(
                Math.toIntExact(embedding.at("dimension").integer()),
                embedding
                        .optional("score-to-fmr")
                        .map(table -> new ScoreTable(
                                embedding.at("floor-score").number(),
                                table.elements().stream()
                                        .map(point -> new ScoreTable.Point(
                                                point.at("fmr").number(),
                                                point.at("score").number()))
                                        .toList()))
                        .orElse(null));
    }

    /** A node of the tree that knows its own path. */
    private record JsonField(String path, JsonNode node) {

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
            if (!node.canConvertToExactIntegral()) {
                throw wrong("must be a whole number");
            }
            return node.longValue();
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

        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(path + ": " + what);
        }
    }
}
