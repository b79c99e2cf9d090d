package io.lintel.evaluation.recognition;

import io.lintel.evaluation.data.FaceDataset;
import io.lintel.evaluation.data.FaceDatasets;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.embedding.EmbeddingCache;
import io.lintel.evaluation.embedding.EmbeddingRun;
import io.lintel.evaluation.embedding.ProgressBar;
import io.lintel.evaluation.embedding.ReaderFactory;
import io.lintel.face.FaceModels;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Reads a data set of people with the installed models. */
public final class RecognitionRun {

    private final FaceModels models;
    private final RecognitionOptions options;
    private final PrintWriter progress;

    /** @param progress where the progress bar is drawn */
    public RecognitionRun(FaceModels models, RecognitionOptions options, PrintWriter progress) {
        this.models = models;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Embeds all pictures.
     *
     * @param source a folder of people, a CSV, or a list of pairs
     * @param views how many embeddings of each face are needed
     * @throws io.lintel.system.LintelException if the data set cannot be used
     */
    public EmbeddedDataset embed(Path source, int views) {
        FaceDataset dataset = FaceDatasets.read(source).firstPeople(options.people());
        ReaderFactory readers = new ReaderFactory(models, views);
        try (EmbeddingCache cache = EmbeddingCache.open(options.cache(), readers.fingerprint())) {
            return new EmbeddingRun(readers, options.threads(), cache)
                    .over(
                            dataset,
                            new ProgressBar(
                                    progress,
                                    System.console() != null,
                                    "pictures of " + dataset.title(),
                                    dataset.pictures().size()));
        }
    }

    /** @param mirror whether each embedding is averaged with the mirrored face's */
    public RecognitionResult evaluate(Path source, boolean mirror) {
        return new RecognitionEvaluation(
                        mirror ? LabelledFace::mirrored : LabelledFace::plain,
                        models.embedderId() + (mirror ? " with mirror average" : ""))
                .run(embed(source, mirror ? 2 : 1));
    }
}
