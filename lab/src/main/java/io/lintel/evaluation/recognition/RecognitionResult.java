package io.lintel.evaluation.recognition;

import io.lintel.benchmark.Report;
import io.lintel.evaluation.embedding.EmbeddedDataset;
import io.lintel.evaluation.statistics.Comparisons;
import java.util.List;

/**
 * What an evaluation found, and what it found it in.
 *
 * @param faces rows of {@code comparisons}, as labelled
 * @param reports as labelled, and where there are likely label errors without them
 */
public record RecognitionResult(
        EmbeddedDataset data,
        List<LabelledFace> faces,
        Comparisons comparisons,
        LabelErrors errors,
        List<Report> reports) {}
