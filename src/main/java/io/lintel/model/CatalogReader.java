package io.lintel.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<ModelSpec> models = new ArrayList<>();
        for (JsonField model : JsonField.parse("catalogue", json).at("models").elements()) {
            models.add(model(model.calledBy("id")));
        }
        return new ModelCatalog(models);
    }

    private static ModelSpec model(JsonField model) {
        return new ModelSpec(
                model.at("id").text(FILE_NAME),
                model.at("title").text(),
                model.at("role").oneOf(ModelRole.values(), ModelRole::key),
                model.at("need").oneOf(Requirement.values(), Requirement::key),
                model.at("without").text(),
                model.at("licence").text(),
                source(model.at("source")),
                model.at("onnx-sha256").text(SHA256),
                input(model.at("input")),
                model.at("outputs").elements().stream().map(JsonField::text).toList(),
                embedding(model),
                liveness(model));
    }

    private static Optional<EmbeddingSpec> embedding(JsonField model) {
        return ofRole(model, ModelRole.EMBEDDER, "embedding").map(CatalogReader::embeddingSpec);
    }

    private static Optional<LivenessSpec> liveness(JsonField model) {
        return ofRole(model, ModelRole.LIVENESS, "liveness").map(CatalogReader::livenessSpec);
    }

    /** Present for every model of the role: without it nobody knows what to feed. */
    private static Optional<JsonField> ofRole(JsonField model, ModelRole role, String name) {
        boolean required = model.at("role").text().equals(role.key());
        return required ? Optional.of(model.at(name)) : model.optional(name);
    }

    private static LivenessSpec livenessSpec(JsonField liveness) {
        JsonField calibration = liveness.at("score-to-log-likelihood-ratio");
        List<LivenessSpec.Point> points = calibration.elements().stream()
                .map(point -> new LivenessSpec.Point(
                        point.at("score").number(), point.at("llr").number()))
                .toList();
        double cropScale = liveness.at("crop-scale").number();
        return liveness.as(fields -> new LivenessSpec(cropScale, points));
    }

    private static SourceFile source(JsonField source) {
        SourceFile file = new SourceFile(
                source.at("file").text(FILE_NAME),
                source.at("bytes").integer(),
                source.at("sha256").text(SHA256),
                source.at("format").oneOf(SourceFormat.values(), SourceFormat::key),
                source.at("from").elements().stream().map(CatalogReader::place).toList());
        boolean here = file.from().stream()
                .anyMatch(from -> from instanceof ModelSource.Shipped || from instanceof ModelSource.Added);
        if (here && (file.from().size() != 1 || file.format() != SourceFormat.ONNX)) {
            throw source.wrong("a shipped file has no other source and the format onnx, and so has an added one");
        }
        return file;
    }

    private static ModelSource place(JsonField place) {
        if (place.node().isTextual() && place.text().equals("shipped")) {
            return new ModelSource.Shipped();
        }
        if (place.node().isTextual() && place.text().equals("added")) {
            return new ModelSource.Added();
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
                input.at("width").smallInteger(),
                input.at("height").smallInteger(),
                input.at("channels").oneOf(ChannelOrder.values(), ChannelOrder::name),
                input.at("mean").number(),
                input.at("std").number());
    }

    private static EmbeddingSpec embeddingSpec(JsonField embedding) {
        return embedding.as(fields -> new EmbeddingSpec(
                fields.at("dimension").smallInteger(),
                fields.at("alignment").oneOf(FaceAlignment.values(), FaceAlignment::key),
                fields.optional("profile")
                        .map(profile -> profile.as(EmbedderProfileJson::read))
                        .orElse(null)));
    }
}
