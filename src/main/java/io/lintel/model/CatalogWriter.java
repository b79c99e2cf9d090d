package io.lintel.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Records of added models to catalogue text, which {@link CatalogReader} reads again. */
final class CatalogWriter {

    private CatalogWriter() {}

    /** @param models added ones only: they have no other source */
    static String write(List<ModelSpec> models) {
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        ArrayNode list = catalog.putArray("models");
        models.forEach(model -> list.add(tree(model)));
        return catalog.toPrettyString();
    }

    private static ObjectNode tree(ModelSpec model) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("id", model.id())
                .put("title", model.title())
                .put("role", model.role().key())
                .put("need", model.need().key())
                .put("without", model.without())
                .put("licence", model.licence());
        tree.putObject("source")
                .put("file", model.source().file())
                .put("bytes", model.source().bytes())
                .put("sha256", model.source().sha256())
                .put("format", model.source().format().key())
                .putArray("from")
                .add("added");
        tree.put("onnx-sha256", model.onnxSha256());
        tree.putObject("input")
                .put("width", model.input().width())
                .put("height", model.input().height())
                .put("channels", model.input().channels().name())
                .put("mean", model.input().mean())
                .put("std", model.input().std());
        tree.putArray("outputs");
        model.embedding()
                .ifPresent(embedding -> tree.putObject("embedding")
                        .put("dimension", embedding.dimension())
                        .put("alignment", embedding.alignment().key()));
        return tree;
    }
}
