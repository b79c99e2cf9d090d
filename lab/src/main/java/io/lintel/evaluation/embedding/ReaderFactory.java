package io.lintel.evaluation.embedding;

import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens readers of pictures on one set of models.
 *
 * @param views how many embeddings of each face
 */
public record ReaderFactory(FaceModels models, int views) {

    private static final FaceSettings SETTINGS = FaceSettings.stills();

    /** To be raised when the pipeline around the models changes what it makes of a picture. */
    private static final String PIPELINE = "1";

    EmbeddingPictureReader open() {
        return new EmbeddingPictureReader(new OnnxFaceAnalyzer(models, SETTINGS), views);
    }

    /** Names the models in full: what a reading depends on besides the picture. Liveness is not read. */
    public String fingerprint() {
        try {
            StringBuilder all = new StringBuilder(PIPELINE + SETTINGS);
            for (Path file : List.of(
                    models.detector(),
                    models.secondLookDetector(),
                    models.mesh(),
                    models.embedder().onnx())) {
                all.append(Sha256.of(file));
            }
            return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
