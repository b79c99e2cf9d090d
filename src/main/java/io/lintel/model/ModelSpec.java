package io.lintel.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One model of the catalogue.
 *
 * @param id names it in settings, logs and the audit; its file in the models folder is {@code <id>.onnx}
 * @param without what Lintel cannot do without it, as a sentence for a person
 * @param licence SPDX identifier; caveats stand in {@code models/LICENSES.md}
 * @param onnxSha256 of the imported file, lower-case hexadecimal: the importer is deterministic
 * @param outputs names of the outputs in the order in which readers of this model take them; empty where it has only one
 * @param embedding present for an embedder
 * @param cropScale present for a liveness model: the picture to feed is the face's box times this factor
 */
public record ModelSpec(
        String id,
        String title,
        ModelRole role,
        Need need,
        String without,
        String licence,
        SourceFile source,
        String onnxSha256,
        Preprocessing input,
        List<String> outputs,
        Optional<EmbeddingSpec> embedding,
        OptionalDouble cropScale) {

    /** The name of the imported file in the models folder. */
    public String onnxFile() {
        return id + ".onnx";
    }
}
