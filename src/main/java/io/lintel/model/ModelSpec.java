package io.lintel.model;

import java.util.List;
import java.util.Optional;

/**
 * One model of the catalogue.
 *
 * @param id names it in settings, logs and the audit
 * @param without what Lintel cannot do without it, as a sentence for a person
 * @param licence SPDX identifier; caveats stand in {@code models/LICENSES.md}
 * @param onnxSha256 of the imported file, lower-case hexadecimal: the importer is deterministic; of the source itself for a shipped one
 * @param outputs names of the outputs in the order in which readers of this model take them; empty where it has only one
 * @param embedding present for an embedder
 * @param liveness present for a liveness model
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
        Optional<LivenessSpec> liveness) {

    /** The folder of shipped models in the models folder. */
    public static final String SHIPPED_FOLDER = "shipped";

    /** The ONNX file's path in the models folder: {@code <id>.onnx}, or where Lintel ships it. */
    public String onnxFile() {
        return isShipped() ? SHIPPED_FOLDER + "/" + source.file() : id + ".onnx";
    }

    /** Whether the file is part of Lintel: in place in every checkout and installation, never fetched. */
    public boolean isShipped() {
        return source.from().stream().anyMatch(ModelSource.Shipped.class::isInstance);
    }
}
