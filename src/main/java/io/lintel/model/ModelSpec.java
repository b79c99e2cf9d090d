package io.lintel.model;

import io.lintel.system.LintelException;
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
        Requirement need,
        String without,
        String licence,
        SourceFile source,
        String onnxSha256,
        Preprocessing input,
        List<String> outputs,
        Optional<EmbeddingSpec> embedding,
        Optional<LivenessSpec> liveness) {

    /** Whether this is an embedder whose scores somebody has measured. */
    public boolean isCalibrated() {
        return embedding.filter(spec -> spec.profile() != null).isPresent();
    }

    ModelSpec withProfile(EmbedderProfile profile) {
        EmbeddingSpec spec = embedding.orElseThrow();
        return new ModelSpec(
                id,
                title,
                role,
                need,
                without,
                licence,
                source,
                onnxSha256,
                input,
                outputs,
                Optional.of(new EmbeddingSpec(spec.dimension(), spec.alignment(), profile)),
                liveness);
    }

    /**
     * An embedder's profile.
     *
     * @throws LintelException if this is no embedder, or nobody has measured its scores
     */
    public EmbedderProfile calibrated() {
        EmbeddingSpec spec = embedding.orElseThrow(() ->
                new LintelException("the model " + id + " is no embedder", "choose an embedder: lintel models list"));
        if (spec.profile() == null) {
            throw new LintelException(
                    "nobody has measured false match rates of the embedder " + id + ", so no door can decide by it",
                    "calibrate it and run lintel models calibrate " + id + " FILE, or choose another embedder");
        }
        return spec.profile();
    }

    /** The folder of shipped models in the models folder. */
    public static final String SHIPPED_FOLDER = "shipped";

    /** The ONNX file's path in the models folder: {@code <id>.onnx}, or where Lintel ships it; an added model's in the folder of those. */
    public String onnxFile() {
        return isShipped() ? SHIPPED_FOLDER + "/" + source.file() : id + ".onnx";
    }

    /** Whether this site has added it. */
    public boolean isAdded() {
        return source.from().stream().anyMatch(ModelSource.Added.class::isInstance);
    }

    /** Whether the file is part of Lintel: in place in every checkout and installation, never fetched. */
    public boolean isShipped() {
        return source.from().stream().anyMatch(ModelSource.Shipped.class::isInstance);
    }
}
