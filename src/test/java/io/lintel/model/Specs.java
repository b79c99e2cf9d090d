package io.lintel.model;

import io.lintel.system.Sha256;
import java.util.List;
import java.util.Optional;

/** Small models for tests that are not about a network. */
public final class Specs {

    private Specs() {}

    /** A model whose source is the ONNX file itself. */
    public static ModelSpec onnx(String id, ModelRole role, Requirement need, byte[] content, ModelSource... from) {
        String sha256 = Sha256.of(content);
        return new ModelSpec(
                id,
                "the model " + id,
                role,
                need,
                "Lintel cannot do what " + id + " does",
                "CC0-1.0",
                new SourceFile(id + ".source", content.length, sha256, SourceFormat.ONNX, List.of(from)),
                sha256,
                new Preprocessing(8, 8, ChannelOrder.RGB, 0, 1),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
